// Shows that reused buffers never mix files: what the server hashed is what was on the disk, also beside aborts.
import { open } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { WharfError } from '../../shared/errors.ts'
import { sampleFile, type SampleFile } from '../files/sample-file.testkit.ts'
import { samplePng } from '../sandbox/sample-files.testkit.ts'
import { temporaryFolder, testSandbox } from '../sandbox/sandbox.testkit.ts'
import { createFileBody } from './file-body.ts'
import { createScribblingPool } from './scribbling-pool.testkit.ts'
import { createSender } from './send.ts'

const KIB = 1024
const MIB = 1024 * KIB
const UPLOADS = 60

/** Lengths around those at which chunks, buffers and drains change, each with a short tail. */
const TAILS = [1, 10 * KIB, 15 * KIB, 64 * KIB - 1, 64 * KIB, 64 * KIB + 1]

test('many uploads at once to slow and fast readers, a third of them aborted', async () => {
  const sandbox = await testSandbox()
  const pool = createScribblingPool()
  const { send, close } = createSender()
  const folder = await temporaryFolder()
  for (let skip = 0; skip < UPLOADS; skip += 3)
    sandbox.faults.add({ skip, times: 1 }, { kind: 'slow-reader', bytesPerSecond: 24 * MIB })

  async function upload(
    index: number,
  ): Promise<{ file: SampleFile; body: ReturnType<typeof createFileBody> }> {
    const tail = TAILS[index % TAILS.length] ?? 0
    const filler = Buffer.alloc((index % 8) * 700 * KIB + tail, index + 1)
    const file = await sampleFile(Buffer.concat([samplePng(), filler]), { name: `${index}.png`, folder })
    const handle = await open(file.path)
    const abort = new AbortController()
    const abortAt = index % 3 === 1 ? filler.byteLength / 2 : Infinity
    const body = createFileBody({
      handle,
      lengthBytes: file.bytes.byteLength,
      pool,
      onProgress: (sentBytes) => {
        if (sentBytes >= abortAt) abort.abort()
      },
    })
    const request = {
      method: 'POST',
      url: `${sandbox.originOf('konpro')}/v1/asset`,
      headers: { 'x-api-key': 'sandbox-key', 'content-type': 'image/png' },
      body,
      signal: abort.signal,
    } as const
    try {
      const { status } = await send(request)
      expect(status).toBe(200)
    } catch (error) {
      expect(error).toBeInstanceOf(WharfError)
      expect(abort.signal.aborted).toBe(true)
    } finally {
      await handle.close()
    }
    return { file, body }
  }

  const waiting = Array.from({ length: UPLOADS }, (_, index) => index)
  const finished: Awaited<ReturnType<typeof upload>>[] = []
  const worker = async () => {
    for (let index = waiting.shift(); index !== undefined; index = waiting.shift())
      finished.push(await upload(index))
  }
  await Promise.all(Array.from({ length: 8 }, worker))
  await close()

  const received = new Set(sandbox.ledger.committed().map(({ sha256 }) => sha256))
  const sent = new Set(finished.map(({ file }) => file.sha256))
  expect([...received].filter((sha256) => sha256 === null || !sent.has(sha256))).toEqual([])
  expect(received.size).toBeGreaterThanOrEqual((UPLOADS * 2) / 3)
  for (const { file, body } of finished) if (body.sha256() !== null) expect(body.sha256()).toBe(file.sha256)
  expect(pool.outCount()).toBe(0)
})
