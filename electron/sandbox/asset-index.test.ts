// Checks that the index gives back what was written, whatever a crash did to its end.
import { appendFile, readFile, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openAssetIndex } from './asset-index.ts'
import { temporaryFolder } from './sandbox.testkit.ts'

const asset = (id: string) => ({
  id,
  blobName: '0123456789abcdef0123456789abcdef',
  contentType: 'image/png',
  sizeBytes: 33,
  sha256: 'ab',
  width: 1,
  height: null,
  containerId: null,
  createdAtMs: 5,
  extra: { imageKey: 'é"\n' },
})

async function indexPath(): Promise<string> {
  return join(await temporaryFolder(), 'assets.jsonl')
}

async function written(path: string, ids: readonly string[]): Promise<void> {
  const index = await openAssetIndex(path)
  await Promise.all(ids.map((id) => index.add(asset(id))))
  await index.close()
}

async function idsIn(path: string): Promise<readonly string[]> {
  const index = await openAssetIndex(path)
  await index.close()
  return index.assets().map(({ id }) => id)
}

test('gives back what was added at once, in order, with all fields', async () => {
  const path = await indexPath()
  await written(path, ['a', 'b', 'c'])
  const index = await openAssetIndex(path)
  expect(index.assets()).toEqual(['a', 'b', 'c'].map((id, at) => ({ seq: at + 1, ...asset(id) })))
  expect(index.find('b')?.seq).toBe(2)
  await index.close()
})

test('never gives a number twice, also after the newest was removed', async () => {
  const path = await indexPath()
  const index = await openAssetIndex(path)
  await index.add(asset('a'))
  await index.add(asset('b'))
  expect((await index.remove('b'))?.id).toBe('b')
  expect(await index.remove('b')).toBeNull()
  await index.close()
  const reopened = await openAssetIndex(path)
  expect(reopened.find('b')).toBeNull()
  expect((await reopened.add(asset('c'))).seq).toBe(3)
  await reopened.close()
  const again = await openAssetIndex(path)
  expect((await again.add(asset('d'))).seq).toBe(4)
  await again.close()
})

test('drops a torn last line at any byte, and writes on cleanly', async () => {
  const path = await indexPath()
  await written(path, ['a', 'b'])
  const whole = await readFile(path)
  const secondStart = whole.indexOf('\n') + 1
  for (let cut = secondStart; cut < whole.length; cut += 7) {
    await writeFile(path, whole)
    await truncate(path, cut)
    expect(await idsIn(path)).toEqual(['a'])
    await written(path, ['c'])
    expect(await idsIn(path)).toEqual(['a', 'c'])
  }
})

test('passes over lines that are not its own', async () => {
  const path = await indexPath()
  await written(path, ['a'])
  const escaping = JSON.stringify({ added: { seq: 9, ...asset('x'), blobName: '../../etc/passwd' } })
  await appendFile(path, `null\n{"added":7}\n{"other":1}\nrubbish\n${escaping}\n`)
  expect(await idsIn(path)).toEqual(['a'])
})
