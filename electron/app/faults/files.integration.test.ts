// Rows 41 to 50 of the fault list: files that change, vanish, or are no files at all.
import { execFileSync } from 'node:child_process'
import { appendFile, mkdir, open, rename, rm, rmdir, symlink, truncate, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { expect, vi } from 'vitest'
import type { Bench } from './bench.testkit.ts'
import { once, row } from './row.testkit.ts'

const LARGE_BYTES = 3_000_000
const setDisabled = (bench: Bench, isDisabled: boolean) =>
  bench.call('accounts.update', { accountId: bench.accountId, isDisabled })

/** Drops the files, then lets `change` happen to them before any has its turn. */
async function dropThen(bench: Bench, paths: readonly string[], change: () => Promise<void>) {
  await setDisabled(bench, true)
  const { ids } = await bench.drop(paths)
  await change()
  await setDisabled(bench, false)
  return ids
}

/** Resolves in the middle of the body of the one upload, which takes about a second. */
async function inMidBody(bench: Bench, path: string) {
  bench.misbehave({ kind: 'slow-reader', bytesPerSecond: 3_000_000 })
  const { ids } = await bench.drop([path])
  const isOfBench = ({ keyDigest }: { keyDigest: string | null }) => keyDigest === bench.keyDigest
  await bench.sandbox.ledger.waitFor((entry) => isOfBench(entry) && entry.bytesReceived > 100_000)
  return ids
}

row(
  41,
  'a file that is gone before its turn fails alone; once it is back, a retry sends it',
  {},
  async (bench) => {
    const [gone, ...others] = await bench.pictures(4)
    if (!gone) return
    const [goneId = null, ...otherIds] = await dropThen(
      bench,
      [gone, ...others].map(({ path }) => path),
      () => rm(gone.path),
    )
    await bench.reach('done', otherIds)
    const jobIds = goneId ? [goneId] : []
    const [missing] = await bench.reach('failed', jobIds)
    expect(missing?.failure).toMatchObject({ code: 'file-missing', delivery: 'not-sent' })
    expect(bench.posts()).toHaveLength(3)
    await writeFile(gone.path, gone.bytes)
    await bench.call('uploads.retry', { jobIds })
    await bench.reach('done')
    expect(bench.commits().map(({ sha256 }) => sha256)).toContain(gone.sha256)
  },
)

row(42, 'a file that is removed while it is sent still arrives whole', {}, async (bench) => {
  const { path, sha256 } = await bench.picture({ sizeBytes: LARGE_BYTES })
  await inMidBody(bench, path)
  await rm(path)
  await bench.reach('done')
  expect(bench.commits().map((entry) => entry.sha256)).toEqual([sha256])
})

const CHANGES: Readonly<Record<string, (path: string) => Promise<void>>> = {
  grows: (path) => appendFile(path, Buffer.alloc(100_000, 1)),
  'is rewritten': async (path) => {
    const file = await open(path, 'r+')
    await file.write(Buffer.alloc(1000, 2), 0, 1000, LARGE_BYTES - 1000)
    await file.close()
  },
}
for (const change of Object.values(CHANGES))
  row(
    43,
    'a file that changes while it is sent is never taken for the one that was dropped',
    {},
    async (bench) => {
      const { path } = await bench.picture({ sizeBytes: LARGE_BYTES })
      const [jobId] = await inMidBody(bench, path)
      await change(path)
      const [job] = await bench.reach('unconfirmed')
      expect(job).toMatchObject({ assetId: null, failure: { code: 'file-changed', delivery: 'unknown' } })
      expect(Number(bench.posts()[0]?.headers['content-length'])).toBeLessThan(LARGE_BYTES + 5000)
      expect(bench.posts()).toHaveLength(1)
      await bench.call('uploads.settle', { jobIds: jobId ? [jobId] : [], as: 'upload-again' })
      await bench.reach('done')
    },
  )

row(43, 'a file that shrinks while it is sent breaks its request off', {}, async (bench) => {
  const { path } = await bench.picture({ sizeBytes: 12_000_000 })
  await inMidBody(bench, path)
  await truncate(path, 1000)
  const [job] = await bench.reach('failed')
  expect(job?.failure).toMatchObject({ code: 'file-changed', delivery: 'not-sent' })
  expect(bench.commits()).toEqual([])
})

row(43, 'a file that was changed or replaced before its turn is not sent', {}, async (bench) => {
  const [changed, replaced, other] = await bench.pictures(3)
  if (!changed || !replaced || !other) return
  const ids = await dropThen(bench, [changed.path, replaced.path], async () => {
    await appendFile(changed.path, 'more')
    await rename(other.path, replaced.path)
  })
  const jobs = await bench.reach('failed')
  expect(jobs.map(({ failure }) => failure?.code)).toEqual(['file-changed', 'file-replaced'])
  expect(bench.posts()).toEqual([])
  await bench.call('uploads.retry', { jobIds: ids })
  await bench.reach('done')
})

row(45, 'a folder that is pulled away fails its files with the reason, and no others', {}, async (bench) => {
  const stick = join(bench.filesFolder, 'stick')
  await mkdir(stick)
  const { path, bytes } = await bench.picture()
  await writeFile(join(stick, 'a.png'), Buffer.concat([bytes, bytes]))
  const [, otherId] = await dropThen(bench, [join(stick, 'a.png'), path], async () => {
    await rm(stick, { recursive: true })
    await writeFile(stick, 'no folder any more')
  })
  await bench.reach('done', otherId ? [otherId] : [])
  const [failed] = (await bench.jobs()).filter(({ status }) => status === 'failed')
  expect(failed?.failure).toMatchObject({ code: 'file-missing', delivery: 'not-sent' })
})

row(46, 'an empty file is refused before any request', {}, async (bench) => {
  const path = join(bench.filesFolder, 'empty.png')
  await writeFile(path, '')
  const { intake, ids } = await bench.drop([path])
  const refused = [...intake.refused, ...(intake.accounts[0]?.refused ?? [])]
  expect([ids, refused.length, bench.posts().length]).toEqual([[], 1, 0])
})

row(47, 'a folder is walked once, what is hidden or linked is left out and counted', {}, async (bench) => {
  const folder = join(bench.filesFolder, 'holiday')
  await mkdir(join(folder, 'day 1', 'morning'), { recursive: true })
  await mkdir(join(bench.filesFolder, 'nothing'))
  for (const [index, place] of ['a.png', 'day 1/b.png', 'day 1/morning/c.png', '.hidden.png'].entries())
    await writeFile(join(folder, place), (await bench.picture({ sizeBytes: 500 + index })).bytes)
  await symlink(folder, join(folder, 'day 1', 'loop'))
  const { intake, ids } = await bench.drop([folder, join(bench.filesFolder, 'nothing')])
  expect(intake.leftOut).toEqual({ hiddenCount: 1, linkCount: 1 })
  expect(intake.refused.map(({ name, problem }) => [name, problem.code])).toEqual([
    ['nothing', 'folder-empty'],
  ])
  expect(ids).toHaveLength(3)
  await bench.reach('done')
})

row(
  48,
  'a link is followed once, with a word about it; swapped after the drop, it is refused',
  {},
  async (bench) => {
    const [target, secret] = await bench.pictures(2)
    if (!target || !secret) return
    const link = join(bench.filesFolder, 'link.png')
    await symlink(target.path, link)
    await setDisabled(bench, true)
    const { intake } = await bench.drop([link])
    expect(intake.linkedCount).toBe(1)
    await rm(target.path)
    await symlink(secret.path, target.path)
    await setDisabled(bench, false)
    const [job] = await bench.reach('failed')
    expect(job?.failure).toMatchObject({ code: 'file-replaced', delivery: 'not-sent' })
    expect(bench.posts()).toEqual([])
  },
)

row(49, 'what is no file is refused at once, and never waited for', {}, async (bench) => {
  const [pipe, socket] = [join(bench.filesFolder, 'pipe.png'), join(bench.filesFolder, 'socket.png')]
  execFileSync('mkfifo', [pipe])
  const server = createServer().listen(socket)
  try {
    const { intake, ids } = await bench.drop([pipe, socket, '/dev/zero', '/proc/self/status'])
    expect(intake.refused.map(({ problem }) => problem.code)).toEqual(
      Array.from({ length: 4 }, () => 'not-a-file'),
    )
    expect([ids, bench.posts()]).toEqual([[], []])
  } finally {
    server.close()
  }
})

row(49, 'a file in whose place a pipe was put is refused, and never waited for', {}, async (bench) => {
  const { path } = await bench.picture()
  await dropThen(bench, [path], async () => {
    await rm(path)
    execFileSync('mkfifo', [path])
  })
  const [job] = await bench.reach('failed')
  expect(job?.failure?.code).toBe('file-replaced')
})

const HUGE_BYTES = 200_000_000_000

row(
  50,
  'a file of 200 GB is sent piece by piece, and can be given up',
  { where: ({ limits }) => limits.maxFileBytes === null },
  async (bench) => {
    const { path } = await bench.picture()
    await truncate(path, HUGE_BYTES)
    bench.misbehave({ kind: 'silent' })
    const { ids } = await bench.drop([path])
    const isOfBench = ({ keyDigest }: { keyDigest: string | null }) => keyDigest === bench.keyDigest
    await bench.sandbox.ledger.waitFor((entry) => isOfBench(entry) && entry.bytesReceived > 30_000_000)
    expect(process.memoryUsage().arrayBuffers).toBeLessThan(400_000_000)
    await bench.call('uploads.cancel', { jobIds: ids })
    await bench.reach('cancelled')
    await vi.waitUntil(() => bench.posts()[0]?.endedAtMs !== null, { timeout: 20_000 })
  },
)

row(
  50,
  'a file of 200 GB is refused where no file may be as large',
  { where: ({ limits }) => limits.maxFileBytes !== null },
  async (bench) => {
    const { path } = await bench.picture()
    await truncate(path, HUGE_BYTES)
    const { intake, ids } = await bench.drop([path])
    expect([ids, intake.accounts[0]?.refused.map(({ problem }) => problem.code)]).toEqual([[], ['size']])
  },
)

row(47, 'a folder that is gone, or in a circle, is said so', { where: once }, async (bench) => {
  const folder = join(bench.filesFolder, 'gone')
  await mkdir(folder)
  await rmdir(folder)
  const { intake, ids } = await bench.drop([folder])
  expect([ids, intake.refused.map(({ problem }) => problem.code)]).toEqual([[], ['missing']])
})
