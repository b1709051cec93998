// Shows what becomes of dropped files before anything is sent.
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { accountIdSchema, fileIdSchema } from '../../shared/ids.ts'
import { konpro } from '../../shared/providers/konpro.ts'
import { onemin } from '../../shared/providers/onemin.ts'
import { sampleMp3, samplePng } from '../sandbox/sample-files.testkit.ts'
import { temporaryFolder } from '../sandbox/sandbox.testkit.ts'
import { admitFiles } from './admit-files.ts'
import { ACCOUNT } from './sample-job.testkit.ts'

const OTHER = accountIdSchema.parse('account-2')
const NONE_LEFT_OUT = { hiddenCount: 0, linkCount: 0 }
const { accepted } = konpro.limits.types

const options = (change: Partial<Parameters<typeof admitFiles>[1]> = {}) => ({
  targets: [{ accountId: ACCOUNT, manifest: konpro }],
  isPrivate: (path: string) => path.endsWith('.db'),
  fileIdOf: (path: string) => fileIdSchema.parse(path),
  sortByContent: <F>(_: unknown, files: readonly F[]) => Promise.resolve({ fresh: files, known: [] }),
  signal: new AbortController().signal,
  onProgress: () => undefined,
  ...change,
})

async function folderWith(files: readonly (readonly [string, Buffer | string])[]) {
  const folder = await temporaryFolder()
  for (const [name, content] of files) {
    await mkdir(join(folder, name, '..'), { recursive: true })
    await writeFile(join(folder, name), content)
  }
  return folder
}

test('a mixed drop: jobs in order, each refusal with its reason', async () => {
  const folder = await folderWith([
    ['b.png', samplePng()],
    ['trip/2.mp3', sampleMp3],
    ['trip/1.mp4', samplePng()],
    ['trip/notes.txt', 'hello'],
    ['fake.png', 'hello'],
    ['nothing.jpg', ''],
    ['wharf.db', samplePng()],
  ])
  await mkdir(join(folder, 'empty'))
  const drop = ['b.png', 'trip', 'absent.png', 'fake.png', 'nothing.jpg', 'wharf.db', 'empty']
  const { accounts, refused } = await admitFiles(
    drop.map((name) => join(folder, name)),
    options(),
  )
  expect(accounts[0]?.jobs.map(({ path, facts, accountId }) => [path, facts.mimeType, accountId])).toEqual([
    [join(folder, 'b.png'), 'image/png', ACCOUNT],
    [join(folder, 'trip/1.mp4'), 'image/png', ACCOUNT],
    [join(folder, 'trip/2.mp3'), 'audio/mpeg', ACCOUNT],
  ])
  const problems = (files: typeof refused = []) =>
    Object.fromEntries(files.map(({ name, problem }) => [name, problem]))
  expect(problems(refused)).toEqual({
    'absent.png': { code: 'missing' },
    'wharf.db': { code: 'private' },
    empty: { code: 'folder-empty' },
  })
  expect(problems(accounts[0]?.refused)).toEqual({
    'notes.txt': { code: 'type', mimeType: 'text/plain', accepted },
    'fake.png': { code: 'type', mimeType: null, accepted },
    'nothing.jpg': { code: 'empty' },
  })
})

test('a drop of nothing is nothing', async () => {
  expect(await admitFiles([], options())).toEqual({
    refused: [],
    leftOut: NONE_LEFT_OUT,
    accounts: [{ accountId: ACCOUNT, jobs: [], refused: [], warned: [], known: [] }],
  })
})

test('for two accounts each provider decides for itself, and a file’s jobs share its ID', async () => {
  const folder = await folderWith([
    ['a.png', samplePng()],
    ['notes.txt', 'hello'],
  ])
  const targets = [
    { accountId: ACCOUNT, manifest: konpro },
    { accountId: OTHER, manifest: onemin },
  ]
  const { accounts } = await admitFiles([folder], options({ targets }))
  const [first, second] = accounts
  expect(first?.jobs.map(({ facts }) => facts.name)).toEqual(['a.png'])
  expect(first?.refused).toMatchObject([{ name: 'notes.txt', problem: { code: 'type' } }])
  expect(second?.jobs.map(({ facts }) => facts.name)).toContain('a.png')
  const idsOf = (name: string) =>
    accounts.flatMap(({ jobs }) =>
      jobs.filter(({ facts }) => facts.name === name).map(({ fileId }) => fileId),
    )
  expect(new Set(idsOf('a.png')).size).toBe(1)
  expect(accounts.map(({ jobs }) => jobs[0]?.accountId)).toEqual([ACCOUNT, OTHER])
})

test('how far it is, is said; given up, it ends at once without jobs', async () => {
  const folder = await folderWith([0, 1, 2, 3].map((number) => [`in/${number}.png`, samplePng(number + 1)]))
  const seen: unknown[] = []
  await admitFiles([folder], options({ onProgress: (progress) => seen.push(progress) }))
  expect(seen.at(-1)).toEqual({ foundCount: 4, lookedAtCount: 4 })

  const abort = new AbortController()
  const admitting = admitFiles(
    [folder],
    options({
      signal: abort.signal,
      onProgress: () => {
        abort.abort(new Error('given up'))
      },
    }),
  )
  await expect(admitting).rejects.toThrow('given up')
})
