// Shows by the server's hashes that reused buffers never mix files: jittery readers, TLS, forms, a third aborted.
import { open } from 'node:fs/promises'
import type { RequestListener } from 'node:http'
import { expect, test, vi } from 'vitest'
import { WharfError } from '../../shared/errors.ts'
import { sampleFile, sha256Of } from '../files/sample-file.testkit.ts'
import { temporaryFolder } from '../sandbox/sandbox.testkit.ts'
import { createFileBody } from './file-body.ts'
import { httpServer, httpsServer } from './loopback.testkit.ts'
import { createMultipartBody } from './multipart.ts'
import { createScribblingPool } from './scribbling-pool.testkit.ts'
import { createSender } from './send.ts'

const KIB = 1024
/** By hand: WHARF_INTEGRITY_UPLOADS=20000 npx vitest run integrity */
const UPLOADS = Number(process.env['WHARF_INTEGRITY_UPLOADS'] ?? 150)
const AT_ONCE = 8
/** Around the lengths at which copies, chunks and buffers change. */
const SIZES = [1, 20, 127, 128, 129, 255, 256, 257, 384, 500, 1023, 1024, 1025, 2300, 4100].map(
  (kib) => kib * KIB,
)

/** Repeatable chance: a failure can be run again. */
function chanceFrom(seed: number) {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** Every file's bytes tell which file and which place in it they are from. */
function contentOf(index: number, sizeBytes: number): Buffer {
  const bytes = Buffer.alloc(sizeBytes)
  for (let at = 0; at + 8 <= sizeBytes; at += 8) {
    bytes.writeUInt32LE(index, at)
    bytes.writeUInt32LE(at, at + 4)
  }
  return bytes
}

const isForm = (index: number) => index % 2 === 0
const isAborted = (index: number) => index % 3 === 1

/** Answers with the hash of the file it took, now and then keeping the client waiting. */
function jitteryReader(received: Set<string>): RequestListener {
  const chance = chanceFrom(7)
  return (request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => {
      chunks.push(chunk)
      if (chance() > 0.05) return
      request.pause()
      setTimeout(() => request.resume(), chance() * 8)
    })
    request.on('error', () => undefined)
    request.on('end', () => {
      const digest = sha256Of(fileIn(Buffer.concat(chunks), request.headers['content-type']))
      received.add(digest)
      response.end(digest)
    })
  }
}

function fileIn(body: Buffer, contentType = ''): Buffer {
  const [, boundary] = contentType.split('boundary=')
  if (boundary === undefined) return body
  return body.subarray(body.indexOf('\r\n\r\n') + 4, body.lastIndexOf(`\r\n--${boundary}--`))
}

test.each([
  ['plain HTTP', httpServer],
  ['TLS', httpsServer],
])(
  'over %s, many at once: each file arrives as it lies on the disk',
  { timeout: 15_000 + UPLOADS * 100 },
  async (_, startServer) => {
    vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0')
    const received = new Set<string>()
    const { origin } = await startServer(jitteryReader(received))
    const pool = createScribblingPool()
    const { send, close } = createSender()
    const folder = await temporaryFolder()
    const arrived = new Set<string>()
    const onDisk = new Set<string>()
    let abortedCount = 0

    async function upload(index: number): Promise<void> {
      const sizeBytes = (SIZES[index % SIZES.length] ?? 0) + (index % 5)
      const content = contentOf(index, sizeBytes)
      const { path, sha256 } = await sampleFile(content, { name: `${index}.bin`, folder })
      onDisk.add(sha256)
      const handle = await open(path)
      const abort = new AbortController()
      const onProgress = (sentBytes: number) => {
        if (isAborted(index) && sentBytes > sizeBytes / 3) abort.abort()
      }
      const file = createFileBody({ handle, lengthBytes: sizeBytes, pool, onProgress })
      const form = createMultipartBody({
        fields: [],
        file: { field: 'file', name: `${index}.bin`, mimeType: 'image/png', body: file },
      })
      try {
        const answer = await send({
          method: 'POST',
          url: origin,
          headers: isForm(index) ? { 'content-type': form.contentType } : {},
          body: isForm(index) ? form : file,
          signal: abort.signal,
        })
        expect([answer.text, file.sha256()]).toEqual([sha256, sha256])
        arrived.add(sha256)
      } catch (error) {
        if (!(error instanceof WharfError)) throw error
        expect(isAborted(index)).toBe(true)
        abortedCount += 1
      } finally {
        await handle.close()
      }
    }

    const waiting = Array.from({ length: UPLOADS }, (_, index) => index)
    const worker = async () => {
      for (let index = waiting.shift(); index !== undefined; index = waiting.shift()) await upload(index)
    }
    await Promise.all(Array.from({ length: AT_ONCE }, worker))
    await close()
    expect(arrived.size + abortedCount).toBe(UPLOADS)
    expect(abortedCount).toBeGreaterThan(UPLOADS / 10)
    // An aborted upload that arrived all the same arrived whole.
    expect([...received].filter((digest) => !onDisk.has(digest))).toEqual([])
    await expect.poll(() => pool.outCount()).toBe(0)
  },
)
