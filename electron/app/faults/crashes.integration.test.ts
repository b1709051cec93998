// Rows 59 to 64 of the fault list, as far as one process can show them: crashes, power cuts, full disks, damaged files.
import {
  appendFileSync,
  cpSync,
  existsSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { expect, vi } from 'vitest'
import { openSqlite } from '../../store/sqlite.ts'
import type { Bench } from './bench.testkit.ts'
import { once, row } from './row.testkit.ts'

const pathsOf = (files: readonly { readonly path: string }[]) => files.map(({ path }) => path)
const mainPost = (bench: Bench) => (entry: { keyDigest: string | null; method: string }) =>
  entry.method === 'POST' && entry.keyDigest === bench.keyDigest

/** The folder as a crash at this very moment would leave it, for another app to start from. */
function crashImage(bench: Bench): string {
  const image = `${bench.dataFolder} after the crash`
  rmSync(image, { recursive: true, force: true })
  cpSync(bench.dataFolder, image, { recursive: true })
  return image
}

/** All that the dying process still had in its hands is gone: no request of it goes on. */
async function crash(bench: Bench): Promise<string> {
  const image = crashImage(bench)
  await bench.proxy.refuse()
  await bench.run().end()
  await bench.proxy.listen()
  return image
}

const MOMENTS: Readonly<Record<string, (bench: Bench) => Promise<unknown>>> = {
  'before anything was sent': () => Promise.resolve(),
  'in the middle of the body': (bench) =>
    bench.sandbox.ledger.waitFor((entry) => mainPost(bench)(entry) && entry.bytesReceived > 200_000),
  'after the commit': (bench) =>
    bench.sandbox.ledger.waitFor((entry) => mainPost(bench)(entry) && entry.committedAssetId !== null),
  'after the first of many': (bench) =>
    vi.waitUntil(async () => (await bench.jobs()).some(({ status }) => status === 'done'), {
      timeout: 20_000,
    }),
}

for (const reach of Object.values(MOMENTS))
  row(
    59,
    'a crash loses nothing and sends nothing twice, whenever it comes',
    { hasBystander: false },
    async (bench) => {
      await bench.moveTo(bench.proxy.origin())
      bench.misbehave({ kind: 'slow-reader', bytesPerSecond: 4_000_000 }, { times: 2 })
      bench.misbehave({ kind: 'delay-answer', delayMs: 50 }, { times: Infinity })
      await bench.drop(pathsOf(await bench.pictures(5, 900_000)))
      await reach(bench)
      const image = await crash(bench)
      bench.sandbox.faults.clear()
      await bench.restart(image)
      const isOver = async () =>
        (await bench.jobs()).every(({ status }) => status === 'done' || status === 'unconfirmed')
      await vi.waitUntil(isOver, { timeout: 20_000 })
      const asked = (await bench.jobs()).filter(({ status }) => status === 'unconfirmed')
      expect(asked.length).toBeLessThanOrEqual(bench.canLook ? 0 : bench.manifest.limits.parallelUploads)
      expect(await bench.jobs()).toHaveLength(5)
    },
  )

const DAMAGES: Readonly<Record<string, (log: string) => void>> = {
  'half a page too much': (log) => {
    appendFileSync(log, Buffer.alloc(2000, 7))
  },
  'a torn last page': (log) => {
    const sizeBytes = readFileSync(log).byteLength
    appendFileSync(log, readFileSync(log).subarray(32, 32 + 24 + 4096))
    truncateSync(log, sizeBytes + 3000)
  },
  'a flipped bit behind the last commit': (log) => {
    const frame = Buffer.from(readFileSync(log).subarray(32, 32 + 24 + 4096))
    frame[100] = (frame[100] ?? 0) ^ 1
    appendFileSync(log, frame)
  },
}

for (const damage of Object.values(DAMAGES))
  row(61, 'after a power cut in the middle of a write the last whole state is there', {}, async (bench) => {
    await bench.drop(pathsOf(await bench.pictures(3)))
    await bench.reach('done')
    await vi.waitUntil(() => bench.sandbox.ledger.committed().length === 4, { timeout: 20_000 })
    await vi.waitUntil(async () => (await bench.snapshot()).jobs.every(({ status }) => status === 'done'))
    const image = crashImage(bench)
    expect(existsSync(join(image, 'wharf.db-wal'))).toBe(true)
    damage(join(image, 'wharf.db-wal'))
    const before = await bench.jobs()
    await bench.restart(image)
    expect((await bench.snapshot()).notices).toEqual([])
    expect((await bench.jobs()).map(({ id, assetId }) => [id, assetId])).toEqual(
      before.map(({ id, assetId }) => [id, assetId]),
    )
    await bench.drop(pathsOf(await bench.pictures(1)))
    await bench.reach('done')
    expect(bench.posts()).toHaveLength(4)
  })

row(
  62,
  'a journal that takes no writes stops new uploads, says so, and goes on by itself',
  { hasBystander: false },
  async (bench) => {
    await bench.call('accounts.update', { accountId: bench.accountId, isDisabled: true })
    await bench.drop(pathsOf(await bench.pictures(4)))
    // As a full disk would, this refuses whatever the app writes.
    const disk = openSqlite(join(bench.dataFolder, 'wharf.db'))
    disk.exec(`CREATE TABLE trial (a);
      CREATE TRIGGER full_disk BEFORE INSERT ON jobs BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END`)
    await bench.call('accounts.update', { accountId: bench.accountId, isDisabled: false })
    const codes = async () => (await bench.snapshot()).notices.map(({ code }) => code)
    await vi.waitUntil(async () => (await codes()).includes('record-unwritable'), { timeout: 20_000 })
    await bench.reach('queued')
    expect(bench.posts()).toEqual([])
    const more = await bench.picture()
    const { grants } = await bench.call('grants.fromPaths', { paths: [more.path] })
    const targets = [{ accountId: bench.accountId, fields: {} }]
    const refused = await bench.failureOf('uploads.add', {
      targets,
      grants,
      sendsKnown: true,
      intakeId: null,
    })
    expect(refused.code).toBe('record-unwritable')
    disk.exec('DROP TRIGGER full_disk; DROP TABLE trial')
    disk.close()
    await bench.reach('done', undefined, 30_000)
    expect(await codes()).toEqual([])
    expect(bench.posts()).toHaveLength(4)
  },
)

row(
  62,
  'a disk that fills while files are sent keeps what the provider said until there is room',
  { hasBystander: false },
  async (bench) => {
    bench.misbehave({ kind: 'delay-answer', delayMs: 300 }, { times: 2 })
    await bench.drop(pathsOf(await bench.pictures(2)))
    await bench.sandbox.ledger.waitFor((entry) => mainPost(bench)(entry) && entry.committedAssetId !== null)
    const disk = openSqlite(join(bench.dataFolder, 'wharf.db'))
    disk.exec(`CREATE TABLE trial (a);
    CREATE TRIGGER full_disk BEFORE INSERT ON jobs BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END`)
    await vi.waitUntil(async () => (await bench.snapshot()).notices.length > 0, { timeout: 20_000 })
    expect((await bench.jobs()).map(({ status }) => status)).not.toContain('done')
    disk.exec('DROP TRIGGER full_disk; DROP TABLE trial')
    disk.close()
    await bench.reach('done', undefined, 30_000)
    expect(bench.posts()).toHaveLength(2)
  },
)

row(
  64,
  'files of the app that cannot be read are kept aside, never overwritten',
  { where: once, hasBystander: false },
  async (bench) => {
    await bench.drop(pathsOf(await bench.pictures(1)))
    await bench.reach('done')
    await bench.run().end()
    const image = crashImage(bench)
    rmSync(join(image, 'wharf.db-wal'), { force: true })
    rmSync(join(image, 'wharf.db-shm'), { force: true })
    for (const name of ['settings.json', 'wharf.db'])
      writeFileSync(join(image, name), `damaged ${name} `.repeat(200))
    bench.added.clear()
    await bench.restart(image)
    const { notices } = await bench.snapshot()
    expect(notices.map(({ code }) => code).toSorted()).toEqual(['database-set-aside', 'settings-set-aside'])
    for (const { fileName } of notices)
      expect(readFileSync(join(image, fileName ?? ''), 'utf8')).toContain('damaged')
  },
)
