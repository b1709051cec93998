// Shows that thumbnails stay within their limit, the ones least seen going first, whatever happens to the files.
import { createHash } from 'node:crypto'
import { readdir, rm, truncate, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writePeaks } from '../../shared/thumbnail-format.ts'
import { temporaryFolder } from '../sandbox/sandbox.testkit.ts'
import { createThumbnailCache } from './thumbnail-cache.ts'

const DAY_MS = 24 * 3600_000
const key = (name: string) => createHash('sha256').update(name).digest('hex')

function webp(sizeBytes: number): Uint8Array<ArrayBuffer> {
  const bytes = Buffer.alloc(sizeBytes)
  bytes.write('RIFF')
  bytes.writeUInt32LE(sizeBytes - 8, 4)
  bytes.write('WEBPVP8 ', 8)
  return new Uint8Array(bytes)
}

async function testCache(limitBytes = 1000) {
  const folder = join(await temporaryFolder(), 'thumbnails')
  const clock = { nowMs: 1_700_000_000_000 }
  const open = () => createThumbnailCache({ folder, nowMs: () => clock.nowMs, limitBytes })
  const keptOf = async (cache: ReturnType<typeof open>, names: readonly string[]) => {
    const found = await Promise.all(names.map(async (name) => ((await cache.find(key(name))) ? name : '')))
    return found.join('')
  }
  return { folder, clock, open, keptOf }
}

test('what was kept is found, in the next run too', async () => {
  const { open } = await testCache()
  const first = open()
  expect(await first.find(key('a'))).toBeNull()
  await first.keep(key('a'), webp(100))
  const peaks = writePeaks(Array.from({ length: 64 }, (_, index) => index))
  await first.keep(key('b'), peaks)
  for (const cache of [first, open()]) {
    expect(await cache.find(key('a'))).toEqual(webp(100))
    expect(await cache.find(key('b'))).toEqual(peaks)
    expect(await cache.usage()).toEqual({ count: 2, sizeBytes: 168 })
  }
})

test('beyond the limit the least recently seen go, in this run and over the next', async () => {
  const { open, clock, keptOf, folder } = await testCache()
  const first = open()
  for (const name of 'abcde') {
    await first.keep(key(name), webp(190))
    clock.nowMs += DAY_MS
  }
  await first.find(key('a'))
  await first.keep(key('f'), webp(190))
  expect(await keptOf(first, ['a', 'b', 'c', 'd', 'e', 'f'])).toBe('adef')

  const times = { a: 3, d: 1, e: 4, f: 2 }
  for (const [name, at] of Object.entries(times)) await utimes(join(folder, key(name)), at, at)
  const second = open()
  await second.keep(key('g'), webp(400))
  expect(await keptOf(second, ['a', 'd', 'e', 'f', 'g'])).toBe('aeg')
  expect((await second.usage()).sizeBytes).toBe(780)
  expect(await readdir(folder)).toHaveLength(3)
})

test('the same again takes no more room', async () => {
  const { open } = await testCache()
  const cache = open()
  await cache.keep(key('a'), webp(300))
  await cache.keep(key('a'), webp(200))
  expect(await cache.usage()).toEqual({ count: 1, sizeBytes: 200 })
})

test('a cut, lost or foreign file is no thumbnail, and does no harm', async () => {
  const { open, folder } = await testCache()
  const cache = open()
  await cache.keep(key('a'), webp(300))
  await truncate(join(folder, key('a')), 250)
  expect(await cache.find(key('a'))).toBeNull()
  expect(await cache.usage()).toEqual({ count: 0, sizeBytes: 0 })
  await cache.keep(key('b'), webp(300))
  await writeFile(join(folder, `${key('c')}.new`), 'half')
  expect(await open().usage()).toEqual({ count: 1, sizeBytes: 300 })
  expect(await readdir(folder)).toEqual([key('b')])
  await rm(folder, { recursive: true })
  expect(await cache.find(key('b'))).toBeNull()
  await cache.keep(key('b'), webp(300))
  expect(await cache.find(key('b'))).toEqual(webp(300))
})

test.each([
  ['a page', Buffer.from('<html>')],
  ['nothing', Buffer.alloc(0)],
  ['a picture with more behind it', Buffer.concat([webp(100), Buffer.from('more')])],
  ['one too large', webp(256 * 1024 + 1)],
  ['too few peaks', writePeaks([1, 2, 3])],
])('%s is not kept', async (_what, bytes) => {
  const { open } = await testCache()
  await expect(open().keep(key('a'), new Uint8Array(bytes))).rejects.toThrow(TypeError)
  await expect(open().keep('../../a', webp(100))).rejects.toThrow(TypeError)
})
