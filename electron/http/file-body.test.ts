// Shows that a file's body hands out exactly the file, whatever happens on the way.
import { open } from 'node:fs/promises'
import { expect, onTestFinished, test, vi } from 'vitest'
import { WharfError } from '../../shared/errors.ts'
import { sampleFile, sha256Of } from '../files/sample-file.testkit.ts'
import { BUFFER_BYTES } from './buffer-pool.ts'
import { createFileBody } from './file-body.ts'
import { createScribblingPool } from './scribbling-pool.testkit.ts'

const KIB = 1024
const MIB = 1024 * KIB

async function bodyOf(content: number | Buffer, lengthBytes?: number) {
  const file = await sampleFile(content)
  const handle = await open(file.path)
  onTestFinished(() => handle.close())
  const pool = createScribblingPool()
  const progress: number[] = []
  const body = createFileBody({
    handle,
    lengthBytes: lengthBytes ?? file.bytes.byteLength,
    pool,
    onProgress: (sentBytes) => progress.push(sentBytes),
  })
  return { file, pool, progress, body }
}

test.each([
  0,
  1,
  64 * KIB - 1,
  64 * KIB,
  64 * KIB + 1,
  BUFFER_BYTES - 1,
  BUFFER_BYTES,
  BUFFER_BYTES + 1,
  5 * MIB + 3,
])('a file of %i bytes: its bytes, its digest, its progress', async (sizeBytes) => {
  const { file, pool, progress, body } = await bodyOf(sizeBytes)
  const copies: Buffer[] = []
  for await (const chunk of body.chunks()) {
    expect(chunk.byteLength).toBeLessThanOrEqual(BUFFER_BYTES)
    copies.push(Buffer.from(chunk))
  }
  expect(sha256Of(Buffer.concat(copies))).toBe(file.sha256)
  expect(body.sha256()).toBe(file.sha256)
  expect(body.isHandedOver()).toBe(true)
  expect(progress.at(-1) ?? 0).toBe(sizeBytes)
  expect(progress).toEqual(progress.toSorted((a, b) => a - b))
  expect(pool.outCount()).toBe(0)
})

test('every chunk but the last is long enough to make the socket wait', async () => {
  const { body } = await bodyOf(3 * MIB + 5)
  const lengths: number[] = []
  for await (const chunk of body.chunks()) lengths.push(chunk.byteLength)
  expect(Math.min(...lengths.slice(0, -1))).toBeGreaterThanOrEqual(64 * KIB)
})

test('a chunk stays whole while the next one is read ahead', async () => {
  const { file, body } = await bodyOf(2 * MIB)
  let position = 0
  for await (const chunk of body.chunks()) {
    await new Promise((resolve) => setImmediate(resolve))
    expect(chunk.equals(file.bytes.subarray(position, position + chunk.byteLength))).toBe(true)
    position += chunk.byteLength
  }
})

test('a last chunk too short to be waited for is in nobody else’s memory', async () => {
  const { file, pool, body } = await bodyOf(3 * 128 * KIB + 10)
  let last: Buffer = Buffer.alloc(0)
  for await (const chunk of body.chunks()) last = chunk
  expect(pool.outCount()).toBe(0)
  expect(last.equals(file.bytes.subarray(-last.byteLength))).toBe(true)
})

test('a file that shrank is noticed, and no digest is given', async () => {
  const { pool, body } = await bodyOf(100 * KIB, 300 * KIB)
  const reading = (async () => {
    for await (const chunk of body.chunks()) expect(chunk.byteLength).toBeGreaterThan(0)
  })()
  await expect(reading).rejects.toSatisfy(
    (error) => error instanceof WharfError && error.failure.code === 'file-changed',
  )
  expect(body.isHandedOver()).toBe(false)
  expect(body.sha256()).toBeNull()
  expect(pool.outCount()).toBe(0)
})

test('a file that grew is sent only as far as it was announced', async () => {
  const { file, body } = await bodyOf(300 * KIB, 100 * KIB)
  const copies: Buffer[] = []
  for await (const chunk of body.chunks()) copies.push(Buffer.from(chunk))
  expect(Buffer.concat(copies).equals(file.bytes.subarray(0, 100 * KIB))).toBe(true)
  expect(body.sha256()).toBe(sha256Of(file.bytes.subarray(0, 100 * KIB)))
})

test('a consumer that leaves early gives all buffers back', async () => {
  const { pool, body } = await bodyOf(5 * MIB)
  for await (const chunk of body.chunks()) {
    expect(pool.outCount()).toBe(3)
    if (chunk.byteLength > 64 * KIB) break
  }
  expect(pool.outCount()).toBe(0)
  expect(body.isHandedOver()).toBe(false)
  expect(body.sha256()).toBeNull()
})

test('a buffer is given back only when no read fills it any more', async () => {
  const { path } = await sampleFile(5 * MIB)
  const handle = await open(path)
  onTestFinished(() => handle.close())
  const reads = vi.spyOn(handle, 'read')
  const underWay: unknown[] = []
  const pool = createScribblingPool()
  const give = (buffer: Buffer) => {
    underWay.push(...reads.mock.settledResults.filter(({ type }) => type === 'incomplete'))
    pool.give(buffer)
  }
  const body = createFileBody({ handle, lengthBytes: 5 * MIB, pool: { take: pool.take, give } })
  for await (const chunk of body.chunks()) if (chunk.byteLength > 0) break
  expect(reads).toHaveBeenCalledTimes(3)
  expect(underWay).toEqual([])
})
