// What a search remembers from look to look: who else may have made an asset, whose bytes were compared.
import { expect, test } from 'vitest'
import { jobIdSchema } from '../../shared/ids.ts'
import { sampleAsset } from '../../shared/model/sample-asset.testkit.ts'
import { sha256Of } from '../files/sample-file.testkit.ts'
import { httpServer } from '../http/loopback.testkit.ts'
import { createLookMemory } from './look-memory.ts'
import { sampleJob } from './sample-job.testkit.ts'

const BYTES = Buffer.from('what was sent')
const NEVER = new AbortController().signal
const memoryOf = (sha256: string | null, sizeBytes = BYTES.byteLength) =>
  createLookMemory(sizeBytes, () => Promise.resolve(sha256))
const jobNamed = (id: string) => sampleJob({ id: jobIdSchema.parse(id) })

test('who began after an asset was first seen cannot have made it', () => {
  const memory = memoryOf(null)
  const [early, late] = [jobNamed('early'), jobNamed('late')]
  const asset = sampleAsset()
  expect(memory.suspectsOf(asset, [early])).toEqual([early])
  expect(memory.suspectsOf(asset, [early, late])).toEqual([early])
  expect(memory.suspectsOf(asset, [late])).toEqual([])
  expect(memory.suspectsOf(sampleAsset('asset-2'), [late])).toEqual([late])
})

test.each([
  ['the same bytes', BYTES, 200, 'same'],
  ['other bytes of the same size', Buffer.from('what was Sent'), 200, 'different'],
  ['more bytes', Buffer.concat([BYTES, BYTES]), 200, 'different'],
  ['fewer bytes', BYTES.subarray(1), 200, 'different'],
  ['an error', BYTES, 403, 'unknown'],
])('%s', async (_, bytes, status, expected) => {
  const { origin } = await httpServer((__, response) => {
    response.writeHead(status).end(bytes)
  })
  const memory = memoryOf(sha256Of(BYTES))
  const asset = sampleAsset('asset-1', { url: `${origin}/a.png` })
  await memory.compare([asset], NEVER)
  expect(memory.contentOf(asset)).toBe(expected)
})

test('bytes are fetched once, of few and small files, and only where there is something to compare with', async () => {
  let count = 0
  const { origin } = await httpServer((_, response) => {
    count += 1
    response.end(BYTES)
  })
  const assets = [0, 1, 2, 3, 4].map((index) => sampleAsset(`asset-${index}`, { url: `${origin}/${index}` }))
  const memory = memoryOf(sha256Of(BYTES))
  await memory.compare(assets, NEVER)
  await memoryOf(null).compare(assets.slice(1), NEVER)
  await memoryOf(sha256Of(BYTES), 33 * 1024 * 1024).compare(assets.slice(1), NEVER)
  await memory.compare([sampleAsset()], NEVER)
  expect(count).toBe(0)
  await memory.compare(assets.slice(1), NEVER)
  await memory.compare(assets.slice(1), NEVER)
  expect(count).toBe(4)
})
