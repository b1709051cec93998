// Shows what is found out about each kind of thing that a path may lead to.
import { execFileSync } from 'node:child_process'
import { readdirSync, writeFileSync } from 'node:fs'
import { chmod, mkdir, open, rm, symlink } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { WharfError } from '../../shared/errors.ts'
import { temporaryFolder } from '../sandbox/sandbox.testkit.ts'
import { samplePng } from '../sandbox/sample-files.testkit.ts'
import { identityOf, isSameFile } from './file-identity.ts'
import { inspect } from './inspect.ts'
import { openFile } from './open-file.ts'
import { sampleFile } from './sample-file.testkit.ts'

const problem = (code: string) => ({ ok: false, problem: { code } })
const isWindows = process.platform === 'win32'

test('a regular file: its facts, and the identity that its descriptor shows', async () => {
  const { path, bytes } = await sampleFile(samplePng(), { name: 'a picture \u202egnp.\n.png' })
  const found = await inspect(path)
  if (!found.ok) throw new Error('Not found')
  expect(found.facts).toMatchObject({
    name: 'a picture \u202egnp.\n.png',
    sizeBytes: bytes.byteLength,
    mimeType: 'image/png',
  })
  expect(Math.abs(found.facts.modifiedAtMs - Date.now())).toBeLessThan(60_000)
  const handle = await open(path)
  expect(isSameFile(identityOf(await handle.stat({ bigint: true })), found.identity)).toBe(true)
  await handle.close()
})

test('an empty file is a file', async () => {
  const { path } = await sampleFile(0, { name: 'empty.png' })
  expect(await inspect(path)).toMatchObject({ ok: true, facts: { sizeBytes: 0 } })
})

test('nothing there, or a file where a folder should be', async () => {
  const { path } = await sampleFile(1)
  expect(await inspect(join(path, '..', 'absent.png'))).toEqual(problem('missing'))
  expect(await inspect(join(path, 'below.png'))).toEqual(problem('missing'))
})

test('a folder', async () => {
  expect(await inspect(await temporaryFolder())).toEqual(problem('not-a-file'))
})

// Windows makes links and pipes by other means.
test.skipIf(isWindows)('a link, a pipe and a socket are no files, and none of them blocks', async () => {
  const folder = await temporaryFolder()
  const { path } = await sampleFile(samplePng(), { folder })
  await symlink(path, join(folder, 'link'))
  execFileSync('mkfifo', [join(folder, 'pipe')])
  const server = createServer().listen(join(folder, 'socket'))
  onTestFinished(() => {
    server.close()
  })
  for (const name of ['pipe', 'socket'])
    expect(await inspect(join(folder, name))).toEqual(problem('not-a-file'))
  expect(await inspect(join(folder, 'link'))).toEqual(problem('link'))
  expect(await inspect('/dev/zero')).toEqual(problem('not-a-file'))
})

// Root may read everything.
test.skipIf(isWindows || process.getuid?.() === 0)('a file that may not be read', async () => {
  const { path } = await sampleFile(1)
  await chmod(path, 0)
  expect(await inspect(path)).toEqual(problem('denied'))
})

// Windows needs rights of its own for links.
test.skipIf(isWindows)('opening follows no link, opens no pipe, and says no path', async () => {
  const folder = await temporaryFolder()
  const { path } = await sampleFile(1, { folder })
  await symlink(path, join(folder, 'link'))
  execFileSync('mkfifo', [join(folder, 'pipe')])
  await mkdir(join(folder, 'folder'))
  for (const [name, code] of [
    ['link', 'file-replaced'],
    ['pipe', 'file-replaced'],
    ['folder', 'file-replaced'],
    ['absent', 'file-missing'],
  ] as const) {
    const error: unknown = await openFile(join(folder, name)).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(WharfError)
    if (error instanceof WharfError) {
      expect(error.failure).toMatchObject({ code, delivery: 'not-sent' })
      expect(JSON.stringify([error.message, error.failure])).not.toContain(folder)
    }
  }
})

test.skipIf(process.platform !== 'linux')(
  'what the system makes up while it is read is no file',
  async () => {
    expect(await inspect('/proc/self/status')).toEqual(problem('not-a-file'))
  },
)

// Linux alone lets a name be any bytes.
test.skipIf(process.platform !== 'linux')(
  'a name that is no text is told from a file that is gone',
  async () => {
    const folder = await temporaryFolder()
    writeFileSync(
      Buffer.concat([Buffer.from(join(folder, 'caf')), Buffer.from([0xe9]), Buffer.from('.png')]),
      'x',
    )
    const [name = ''] = readdirSync(folder)
    expect(await inspect(join(folder, name))).toEqual(problem('name'))
  },
)

test('a small file’s head is all of it; a longer one has no hash yet', async () => {
  const small = await sampleFile(samplePng())
  expect(await inspect(small.path)).toMatchObject({ sha256: small.sha256 })
  const long = await sampleFile(10_000)
  expect(await inspect(long.path)).toMatchObject({ sha256: null, headSha256: expect.any(String) as unknown })
})

test('a file that was replaced by its like is another file', async () => {
  const { path, bytes } = await sampleFile(100)
  const before = await inspect(path)
  await rm(path)
  await sampleFile(bytes, { folder: join(path, '..') })
  const after = await inspect(path)
  if (!before.ok || !after.ok) throw new Error('Not found')
  expect(isSameFile(before.identity, after.identity)).toBe(false)
})
