// Shows what becomes of dropped files before anything is sent.
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { konpro } from '../../shared/providers/konpro.ts'
import { sampleMp3, samplePng } from '../sandbox/sample-files.testkit.ts'
import { temporaryFolder } from '../sandbox/sandbox.testkit.ts'
import { admitFiles } from './admit-files.ts'
import { ACCOUNT } from './sample-job.testkit.ts'

const target = { accountId: ACCOUNT, manifest: konpro, isPrivate: (path: string) => path.endsWith('.db') }
const { accepted } = konpro.limits.types

test('a mixed drop: jobs in order, each refusal with its reason', async () => {
  const folder = await temporaryFolder()
  await mkdir(join(folder, 'trip'))
  await mkdir(join(folder, 'empty'))
  const files: readonly (readonly [string, Buffer | string])[] = [
    ['b.png', samplePng()],
    ['trip/2.mp3', sampleMp3],
    ['trip/1.mp4', samplePng()],
    ['trip/notes.txt', 'hello'],
    ['fake.png', 'hello'],
    ['nothing.jpg', ''],
    ['wharf.db', samplePng()],
  ]
  for (const [name, content] of files) await writeFile(join(folder, name), content)
  const drop = ['b.png', 'trip', 'absent.png', 'fake.png', 'nothing.jpg', 'wharf.db', 'empty']
  const { jobs, refused } = await admitFiles(
    drop.map((name) => join(folder, name)),
    target,
  )
  expect(jobs.map(({ path, facts, accountId }) => [path, facts.mimeType, accountId])).toEqual([
    [join(folder, 'b.png'), 'image/png', ACCOUNT],
    [join(folder, 'trip/1.mp4'), 'image/png', ACCOUNT],
    [join(folder, 'trip/2.mp3'), 'audio/mpeg', ACCOUNT],
  ])
  expect(Object.fromEntries(refused.map(({ name, problem }) => [name, problem]))).toEqual({
    'notes.txt': { code: 'type', mimeType: 'text/plain', accepted },
    'absent.png': { code: 'missing' },
    'fake.png': { code: 'type', mimeType: null, accepted },
    'nothing.jpg': { code: 'empty' },
    'wharf.db': { code: 'private' },
    empty: { code: 'folder-empty' },
  })
})

test('a drop of nothing is nothing', async () => {
  expect(await admitFiles([], target)).toEqual({ jobs: [], refused: [], warned: [] })
})
