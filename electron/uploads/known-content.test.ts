// Shows which files count as copies, and that only possible copies are read.
import { copyFile, link, readFile, rename, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fileIdSchema } from '../../shared/ids.ts'
import { createContentHashes } from '../files/content-hashes.ts'
import { inspect } from '../files/inspect.ts'
import { sampleFile } from '../files/sample-file.testkit.ts'
import { sortByContent, type FileToSend, type RecordedContent } from './known-content.ts'
import { ACCOUNT, sampleJob } from './sample-job.testkit.ts'

const SIZE_BYTES = 20_000
const NOTHING: RecordedContent = { hasSize: () => false, withHash: () => null, fromFile: () => null }
const ASSET = { primaryId: 'asset_1', fileName: 'first.png', uploadedAtMs: 5 }

async function looked(path: string): Promise<FileToSend> {
  const found = await inspect(path)
  if (!found.ok) throw new Error(found.problem.code)
  return { ...found, path }
}

/** Sorts the files; `read` names those that were read for their hash. */
async function sorted(
  files: readonly FileToSend[],
  given: Partial<Pick<Parameters<typeof sortByContent>[0], 'unfinished' | 'recorded'>> = {},
) {
  const read: string[] = []
  const own = createContentHashes()
  const hashes = {
    ...own,
    of: (...[path, ...others]: Parameters<typeof own.of>) => {
      read.push(path)
      return own.of(path, ...others)
    },
  }
  const { signal } = new AbortController()
  const options = { accountId: ACCOUNT, unfinished: [], recorded: NOTHING, ...given, files, hashes, signal }
  const { fresh, known } = await sortByContent(options)
  return {
    read,
    fresh,
    freshPaths: fresh.map(({ path }) => path),
    known: known.map(({ file, earlier }) => [file.path, earlier]),
  }
}

const jobOf = (file: FileToSend) =>
  sampleJob({ path: file.path, facts: file.facts, identity: file.identity, fileId: fileIdSchema.parse('f') })

test('files of a size that nothing else has are never read', async () => {
  const files = [
    await looked((await sampleFile(SIZE_BYTES)).path),
    await looked((await sampleFile(SIZE_BYTES + 1)).path),
  ]
  const { read, freshPaths } = await sorted(files)
  expect(read).toEqual([])
  expect(freshPaths).toEqual(files.map(({ path }) => path))
})

test('files of one drop that are alike in size but not in how they begin are not read', async () => {
  const files = [
    await looked((await sampleFile(SIZE_BYTES)).path),
    await looked((await sampleFile(SIZE_BYTES)).path),
  ]
  const { read, known } = await sorted(files)
  expect({ read, known }).toEqual({ read: [], known: [] })
})

test('a recorded size is read once, and its hash goes along with the file', async () => {
  const sample = await sampleFile(SIZE_BYTES)
  const file = await looked(sample.path)
  const recorded = { ...NOTHING, hasSize: () => true }
  const { read, fresh } = await sorted([file], { recorded })
  expect(read).toEqual([sample.path])
  expect(fresh).toMatchObject([{ sha256: sample.sha256 }])
  const known = {
    ...recorded,
    withHash: (_: unknown, sha256: string) => (sha256 === sample.sha256 ? ASSET : null),
  }
  expect((await sorted([file], { recorded: known })).known).toEqual([
    [sample.path, { at: 'provider', ...ASSET }],
  ])
})

test('a file that was uploaded as it is now is known without reading', async () => {
  const file = await looked((await sampleFile(SIZE_BYTES)).path)
  const recorded = { ...NOTHING, hasSize: () => true, fromFile: () => ASSET }
  const { read, known } = await sorted([file], { recorded })
  expect(read).toEqual([])
  expect(known).toHaveLength(1)
})

test('twice in one drop: by the same path, by another name, by a copy (fault 54)', async () => {
  const { path } = await sampleFile(SIZE_BYTES, { name: 'first.bin' })
  const [linked, copied] = [join(path, '../linked.bin'), join(path, '../copied.bin')]
  await link(path, linked)
  await copyFile(path, copied)
  const files = await Promise.all([path, path, linked, copied].map(looked))
  const { freshPaths, known } = await sorted(files)
  expect(freshPaths).toEqual([path])
  expect(known).toEqual(
    [path, linked, copied].map((other) => [other, { at: 'queue', fileName: 'first.bin' }]),
  )
})

test('what is on its way to the account counts as there', async () => {
  const { path } = await sampleFile(SIZE_BYTES, { name: 'first.bin' })
  const copied = join(path, '../copied.bin')
  await copyFile(path, copied)
  const unfinished = [jobOf(await looked(path))]
  const { known } = await sorted([await looked(copied)], { unfinished })
  expect(known).toEqual([[copied, { at: 'queue', fileName: 'first.bin' }]])
})

test('same size, same beginning, another end: another file', async () => {
  const { path, bytes } = await sampleFile(SIZE_BYTES)
  const other = join(path, '../other.bin')
  await writeFile(other, Buffer.concat([bytes.subarray(0, -1), Buffer.from([(bytes.at(-1) ?? 0) ^ 1])]))
  const { known, freshPaths } = await sorted([await looked(path), await looked(other)])
  expect(known).toEqual([])
  expect(freshPaths).toEqual([path, other])
})

test('a rewrite with its time set back is not taken for what was read before', async () => {
  const { path } = await sampleFile(SIZE_BYTES)
  const before = await looked(path)
  const hashes = createContentHashes()
  const { signal } = new AbortController()
  const first = await hashes.of(path, before.identity, signal)
  const bytes = await readFile(path)
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
  await writeFile(path, bytes)
  const modifiedAt = Number(before.identity.modifiedAtNs) / 1e9
  await utimes(path, modifiedAt, modifiedAt)
  const after = await looked(path)
  expect(hashes.known(after.identity)).toBeNull()
  expect(await hashes.of(path, after.identity, signal)).not.toBe(first)
})

test('giving up ends it', async () => {
  const { path } = await sampleFile(SIZE_BYTES)
  await rename(path, `${path}.moved`)
  const abort = new AbortController()
  abort.abort(new Error('given up'))
  const files = [await looked(`${path}.moved`)]
  const sorting = sortByContent({
    accountId: ACCOUNT,
    files,
    unfinished: [],
    recorded: NOTHING,
    hashes: createContentHashes(),
    signal: abort.signal,
  })
  await expect(sorting).rejects.toThrow('given up')
})
