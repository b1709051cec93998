// Shows what a limit on bytes per second does to uploads: their pace, their time-outs, how they end when given up.
import { open } from 'node:fs/promises'
import { performance } from 'node:perf_hooks'
import { expect, onTestFinished, test } from 'vitest'
import { WharfError } from '../../shared/errors.ts'
import { sampleFile } from '../files/sample-file.testkit.ts'
import { createBandwidth } from './bandwidth.ts'
import { createBufferPool } from './buffer-pool.ts'
import { createFileBody } from './file-body.ts'
import { httpServer } from './loopback.testkit.ts'
import { GENEROUS_LIMITS } from './quick-limits.testkit.ts'
import { createSender } from './send.ts'

const MIB = 1024 * 1024

async function limited(bytesPerSecond: number | null) {
  const bandwidth = createBandwidth(() => performance.now())
  bandwidth.setLimit(bytesPerSecond)
  const heard = { bytes: 0 }
  const { origin } = await httpServer((request, response) => {
    request.on('data', (chunk: Buffer) => (heard.bytes += chunk.byteLength))
    request.on('end', () => response.end('ok'))
  })
  // Far shorter than what the limit makes of it.
  const limits = { ...GENEROUS_LIMITS, uploadIdleMs: 150, slowestBytesPerMs: 1_000_000 }
  const sender = createSender(limits, bandwidth)
  onTestFinished(() => sender.close())
  const upload = async (sizeBytes: number, signal = new AbortController().signal) => {
    const { path } = await sampleFile(Buffer.alloc(sizeBytes, 7))
    const handle = await open(path)
    const body = createFileBody({ handle, lengthBytes: sizeBytes, pool: createBufferPool() })
    try {
      const answer = await sender.send({ method: 'POST', url: origin, headers: {}, body, signal })
      return answer.status
    } catch (error) {
      return { error, isHandedOver: body.isHandedOver() }
    } finally {
      await handle.close()
    }
  }
  return { bandwidth, heard, upload }
}

test('two at once share the limit, and waiting for it is nobody’s time-out', async () => {
  const { upload, heard } = await limited(MIB)
  const beganAtMs = performance.now()
  expect(await Promise.all([upload(MIB), upload(MIB)])).toEqual([200, 200])
  const tookMs = performance.now() - beganAtMs
  expect(heard.bytes).toBe(2 * MIB)
  expect(tookMs).toBeGreaterThan(1500)
  expect(tookMs).toBeLessThan(3000)
})

test('a limit that is lifted lets a running upload go at once', async () => {
  const { upload, bandwidth } = await limited(10_000)
  const sending = upload(2 * MIB)
  setTimeout(() => {
    bandwidth.setLimit(null)
  }, 200)
  expect(await sending).toBe(200)
})

test('one that is given up while its last chunk waits has not been handed over', async () => {
  const { upload, heard } = await limited(10_000)
  const abort = new AbortController()
  // Its first chunk goes on credit, its second is the last.
  const sending = upload(200 * 1024, abort.signal)
  await expect.poll(() => heard.bytes).toBe(128 * 1024)
  abort.abort()
  const ended = await sending
  expect(ended).toMatchObject({ isHandedOver: false })
  expect(ended).toHaveProperty('error', expect.any(WharfError))
  expect(heard.bytes).toBe(128 * 1024)
})
