// Proves that a file is written in full or not at all.
import { mkdir, open, readdir, readFile, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../sandbox/sandbox.testkit.ts'
import { writeWholeFile } from './write-whole-file.ts'

async function* pieces(...texts: readonly string[]) {
  for (const text of texts) yield Promise.resolve(text)
}
const signal = new AbortController().signal

test('a file takes the place of an older one at once, with nothing beside it', async () => {
  const folder = await temporaryFolder()
  const path = join(folder, 'a.json')
  await writeFile(path, 'old')
  async function* slow() {
    yield 'one '
    expect(await readFile(path, 'utf8')).toBe('old')
    yield 'two é'
  }
  expect(await writeWholeFile(path, slow(), { signal })).toEqual({ fileName: 'a.json', sizeBytes: 10 })
  expect(await readFile(path, 'utf8')).toBe('one two é')
  expect(await readdir(folder)).toEqual(['a.json'])
})

test.skipIf(!existsSync('/dev/full'))(
  'a full disk is told; the older file stays, no half one does',
  async () => {
    const folder = await temporaryFolder()
    const path = join(folder, 'a.json')
    await writeFile(path, 'old')
    const create = async (beside: string) => {
      await (await open(beside, 'wx')).close()
      return open('/dev/full', 'w')
    }
    const writing = writeWholeFile(path, pieces('x'.repeat(100_000)), { signal, create })
    await expect(writing).rejects.toMatchObject({ failure: { code: 'disk-full' } })
    expect(await readdir(folder)).toEqual(['a.json'])
    expect(await readFile(path, 'utf8')).toBe('old')
  },
)

test('given up, or broken in the middle, it leaves nothing behind', async () => {
  const folder = await temporaryFolder()
  const abort = new AbortController()
  async function* givenUp() {
    yield await Promise.resolve('one')
    abort.abort(new Error('given up'))
    yield 'two'
  }
  await expect(writeWholeFile(join(folder, 'a'), givenUp(), { signal: abort.signal })).rejects.toThrow(
    'given up',
  )
  async function* broken() {
    yield await Promise.resolve('one')
    throw new Error('broken')
  }
  await expect(writeWholeFile(join(folder, 'a'), broken(), { signal })).rejects.toThrow('broken')
  expect(await readdir(folder)).toEqual([])
})

test('a folder that is not there, or in the way, says so', async () => {
  const folder = await temporaryFolder()
  await mkdir(join(folder, 'taken'))
  const unwritable = { failure: { code: 'export-unwritable' } }
  await expect(writeWholeFile(join(folder, 'none', 'a'), pieces('x'), { signal })).rejects.toMatchObject(
    unwritable,
  )
  await expect(writeWholeFile(join(folder, 'taken'), pieces('x'), { signal })).rejects.toMatchObject(
    unwritable,
  )
  expect(await readdir(folder)).toEqual(['taken'])
})
