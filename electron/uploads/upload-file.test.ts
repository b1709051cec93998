// Shows what happens to a file before or while it is sent, told apart.
import { chmod, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { sampleAsset } from '../../shared/model/sample-asset.testkit.ts'
import { inspect } from '../files/inspect.ts'
import { sampleFile } from '../files/sample-file.testkit.ts'
import { createBufferPool } from '../http/buffer-pool.ts'
import { sampleJob } from './sample-job.testkit.ts'
import { uploadFile, type UploadVia } from './upload-file.ts'

const SIZE_BYTES = 1_000_000
const isWindows = process.platform === 'win32'

/** Reads the body to its end, as a provider would; `midway` is called after its first part. */
const reading =
  (midway: () => Promise<void> = () => Promise.resolve()): UploadVia =>
  async ({ body }) => {
    let isFirst = true
    for await (const chunk of body.chunks()) {
      expect(chunk.byteLength).toBeGreaterThan(0)
      if (isFirst) await midway()
      isFirst = false
    }
    return sampleAsset()
  }

async function send(path: string, via: UploadVia, before: () => Promise<void>, sha256: string | null = null) {
  const found = await inspect(path)
  if (!found.ok) throw new Error(found.problem.code)
  await before()
  return uploadFile({
    job: sampleJob({ path, facts: found.facts, identity: found.identity, sha256 }),
    via,
    pool: createBufferPool(),
    signal: new AbortController().signal,
    onProgress: () => undefined,
  })
}

test.each<[string, string, (path: string) => Promise<unknown>]>([
  ['removed', 'file-missing', (path) => rm(path)],
  ['rewritten', 'file-changed', (path) => writeFile(path, 'other')],
  [
    'replaced by another',
    'file-replaced',
    async (path) => {
      await writeFile(`${path}.new`, Buffer.alloc(SIZE_BYTES))
      await rename(`${path}.new`, path)
    },
  ],
])('%s before its turn: %s, and nothing was sent (faults 41, 43)', async (_, code, change) => {
  const { path } = await sampleFile(SIZE_BYTES)
  const outcome = await send(path, reading(), async () => {
    await change(path)
  })
  expect(outcome).toMatchObject({ ok: false, failure: { code, delivery: 'not-sent' } })
})

test.skipIf(isWindows)('a link put in its place is not followed (fault 48)', async () => {
  const { path } = await sampleFile(SIZE_BYTES)
  const outcome = await send(path, reading(), async () => {
    await rename(path, `${path}.elsewhere`)
    await symlink(`${path}.elsewhere`, path)
  })
  expect(outcome).toMatchObject({ ok: false, failure: { code: 'file-replaced', delivery: 'not-sent' } })
})

test.skipIf(isWindows || process.getuid?.() === 0)(
  'a file that may no longer be read (fault 45)',
  async () => {
    const { path } = await sampleFile(SIZE_BYTES)
    const outcome = await send(path, reading(), () => chmod(path, 0))
    expect(outcome).toMatchObject({ ok: false, failure: { code: 'file-denied', delivery: 'not-sent' } })
  },
)

test.skipIf(isWindows)(
  'removed or renamed while it is sent: its descriptor still reads (fault 42)',
  async () => {
    for (const change of [(path: string) => rm(path), (path: string) => rename(path, `${path}.new`)]) {
      const { path, sha256 } = await sampleFile(SIZE_BYTES)
      expect(
        await send(
          path,
          reading(() => change(path)),
          () => Promise.resolve(),
        ),
      ).toMatchObject({ ok: true, sha256 })
    }
  },
)

test('shrunk while it is sent: cut short, so nothing can have come of it', async () => {
  const { path } = await sampleFile(8 * SIZE_BYTES)
  const outcome = await send(
    path,
    reading(() => writeFile(path, '')),
    () => Promise.resolve(),
  )
  expect(outcome).toMatchObject({ ok: false, failure: { code: 'file-changed', delivery: 'not-sent' } })
})

test('rewritten while it is sent, to the same size: its ID is not taken (fault 43)', async () => {
  const { path } = await sampleFile(8 * SIZE_BYTES)
  const rewritten = reading(() => writeFile(path, Buffer.alloc(8 * SIZE_BYTES)))
  const outcome = await send(path, rewritten, () => Promise.resolve())
  expect(outcome).toMatchObject({ ok: false, failure: { code: 'file-changed', delivery: 'unknown' } })
})

test('a hash from before is trusted only while the file is untouched', async () => {
  const { path, sha256 } = await sampleFile(SIZE_BYTES)
  const before = 'ab'.repeat(32)
  expect(await send(path, reading(), () => Promise.resolve(), before)).toMatchObject({
    ok: true,
    sha256: before,
  })
  const touched = await send(path, reading(), () => chmod(path, 0o600), before)
  expect(touched).toMatchObject({ ok: true, sha256 })
})
