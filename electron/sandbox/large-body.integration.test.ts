// Proves that a large upload goes to disk byte by byte right, in flat memory.
import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { ask } from './http-client.testkit.ts'
import { samplePng } from './sample-files.testkit.ts'
import { testSandbox } from './sandbox.testkit.ts'

const CHUNK_BYTES = 256 * 1024
const CHUNKS = 1024
const SIZE_BYTES = CHUNK_BYTES * CHUNKS
const ALLOWED_GROWTH_BYTES = 64 * 1024 * 1024

test('256 MiB arrive whole while memory stays flat', { timeout: 60_000 }, async () => {
  const sandbox = await testSandbox()
  const hash = createHash('sha256')
  const idleBytes = process.memoryUsage().arrayBuffers
  let peakBytes = 0
  function* chunks() {
    for (let index = 0; index < CHUNKS; index += 1) {
      const chunk = Buffer.alloc(CHUNK_BYTES, index)
      if (index === 0) samplePng().copy(chunk)
      hash.update(chunk)
      peakBytes = Math.max(peakBytes, process.memoryUsage().arrayBuffers)
      yield chunk
    }
  }
  const { status, json } = await ask(`${sandbox.originOf('konpro')}/v1/asset`, {
    method: 'POST',
    headers: { 'content-type': 'image/png', 'content-length': String(SIZE_BYTES) },
    body: Readable.from(chunks(), { objectMode: true, highWaterMark: 1 }),
  })
  expect(status).toBe(200)
  expect(json).toMatchObject({ meta: { size: SIZE_BYTES } })
  expect(sandbox.ledger.committed()[0]).toMatchObject({
    bytesReceived: SIZE_BYTES,
    sha256: hash.digest('hex'),
  })
  expect(peakBytes - idleBytes).toBeLessThan(ALLOWED_GROWTH_BYTES)
})
