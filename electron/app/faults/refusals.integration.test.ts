// Rows 32 to 39 of the fault list: keys that are refused, files that are not taken, accounts that go away.
import { readFileSync } from 'node:fs'
import { truncate } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, vi } from 'vitest'
import type { Bench } from './bench.testkit.ts'
import { row } from './row.testkit.ts'

const pathsOf = (files: readonly { readonly path: string }[]) => files.map(({ path }) => path)
const isBlocked = async (bench: Bench) => (await bench.account()).blockedBy !== null

row(32, 'a key that is revoked in mid-queue pauses its account, and nothing fails', {}, async (bench) => {
  bench.misbehave({ kind: 'delay-answer', delayMs: 30 }, { times: 3 })
  for (const method of ['POST', 'GET'])
    bench.misbehave({ kind: 'refuse', as: 'unauthorized' }, { method, times: Infinity })
  await bench.drop(pathsOf(await bench.pictures(20)))
  await vi.waitUntil(() => isBlocked(bench), { timeout: 20_000 })
  expect((await bench.account()).blockedBy).toMatchObject({ code: 'key-refused', httpStatus: 401 })
  await sleep(200)
  const refused = bench.posts().filter(({ status }) => status === 401)
  expect(refused.length).toBeLessThanOrEqual(bench.manifest.limits.parallelUploads)
  expect((await bench.jobs()).map(({ status }) => status)).not.toContain('failed')
  bench.keys.add('sandbox-new-key-51c3')
  await bench.call('accounts.setKey', { accountId: bench.accountId, apiKey: 'sandbox-new-key-51c3' })
  await bench.reach('done')
  expect(bench.commits()).toHaveLength(20)
})

row(
  33,
  'one refusal of a good key is checked before anybody is troubled',
  { where: ({ capabilities }) => capabilities.keyCheck },
  async (bench) => {
    bench.misbehave({ kind: 'refuse', as: 'unauthorized' })
    await bench.drop(pathsOf(await bench.pictures(5)))
    await bench.reach('done')
    const blocks = bench
      .run()
      .said.batches.flatMap(({ events }) =>
        events.filter((event) => event.type === 'account.changed' && event.account.blockedBy !== null),
      )
    expect(blocks).toEqual([])
    expect(bench.requests().filter(({ method }) => method === 'GET').length).toBeGreaterThan(0)
    expect(bench.posts()).toHaveLength(6)
  },
)

row(
  33,
  'one refusal is believed where no request could check the key',
  { where: ({ capabilities }) => !capabilities.keyCheck },
  async (bench) => {
    bench.misbehave({ kind: 'refuse', as: 'unauthorized' })
    await bench.drop(pathsOf(await bench.pictures(1)))
    await vi.waitUntil(() => isBlocked(bench), { timeout: 20_000 })
    await bench.call('accounts.resume', { accountId: bench.accountId })
    await bench.reach('done')
  },
)

row(34, 'a used-up quota pauses the account, and says that it is the quota', {}, async (bench) => {
  bench.misbehave({ kind: 'refuse', as: 'over-quota' })
  await bench.drop(pathsOf(await bench.pictures(1)))
  await vi.waitUntil(() => isBlocked(bench), { timeout: 20_000 })
  expect((await bench.account()).blockedBy).toMatchObject({ code: 'payment-required', httpStatus: 403 })
  await bench.reach('queued')
  await bench.call('accounts.resume', { accountId: bench.accountId })
  await bench.reach('done')
})

row(34, 'a key without the right pauses the account, and says that it is the right', {}, async (bench) => {
  bench.misbehave({ kind: 'refuse', as: 'forbidden' })
  await bench.drop(pathsOf(await bench.pictures(1)))
  await vi.waitUntil(() => isBlocked(bench), { timeout: 20_000 })
  expect((await bench.account()).blockedBy).toMatchObject({ code: 'not-eligible', httpStatus: 403 })
  await bench.call('accounts.resume', { accountId: bench.accountId })
  await bench.reach('done')
})

row(34, 'a firewall in between is about one request, and says that it is a firewall', {}, async (bench) => {
  bench.misbehave({ kind: 'refuse', as: 'firewall' })
  const { ids } = await bench.drop(pathsOf(await bench.pictures(1)))
  const [job] = await bench.reach('failed')
  expect(job?.failure).toMatchObject({ code: 'request-blocked', httpStatus: 403 })
  expect(await isBlocked(bench)).toBe(false)
  await bench.call('uploads.retry', { jobIds: ids })
  await bench.reach('done')
})

row(35, 'a file that turns out to be too large costs one request, those as large none', {}, async (bench) => {
  bench.misbehave({ kind: 'answer', status: 413, body: '{}' })
  const small = await bench.picture({ sizeBytes: 1000 })
  const large = await bench.pictures(12, 9000)
  await bench.call('settings.update', { uploadsAtOnceByAccount: { [bench.accountId]: 1 } })
  const { ids } = await bench.drop([...pathsOf(large), small.path])
  const smallId = ids.at(-1)
  await bench.reach('failed', ids.slice(0, -1))
  await bench.reach('done', smallId ? [smallId] : [])
  const failed = (await bench.jobs()).filter(({ status }) => status === 'failed')
  expect(new Set(failed.map(({ failure }) => failure?.code))).toEqual(new Set(['too-large']))
  expect(bench.posts()).toHaveLength(2)
})

const MB = 1_000_000
const MIB = 1024 * 1024
const isLimited = { where: ({ limits }: Bench['manifest']) => limits.maxFileBytes !== null }

async function sparse(bench: Bench, sizeBytes: number) {
  const { path } = await bench.picture()
  await truncate(path, sizeBytes)
  return path
}

row(
  36,
  'files that are too large by the provider’s own word are refused before any request',
  isLimited,
  async (bench) => {
    const large = await Promise.all([60, 70, 80].map((size) => sparse(bench, size * MB)))
    const { intake, ids } = await bench.drop([...large, ...pathsOf(await bench.pictures(2))])
    const refused = intake.accounts[0]?.refused ?? []
    expect(refused.map(({ problem }) => problem.code)).toEqual(['size', 'size', 'size'])
    expect(ids).toHaveLength(2)
    await bench.reach('done')
    expect(bench.posts()).toHaveLength(2)
  },
)

row(37, 'at the limit, one byte below and one above, by either meaning of it', isLimited, async (bench) => {
  const sizes = [50 * MB - 1, 50 * MB, 50 * MB + 1, 50 * MIB - 1, 50 * MIB, 50 * MIB + 1]
  await bench.call('accounts.update', { accountId: bench.accountId, isDisabled: true })
  const verdicts = []
  for (const size of sizes) {
    const { intake, ids } = await bench.drop([await sparse(bench, size)], { sendsKnown: true })
    verdicts.push([ids.length, intake.accounts[0]?.warned.length, intake.accounts[0]?.refused.length])
  }
  const [sent, warned, refused] = [
    [1, 0, 0],
    [1, 1, 0],
    [0, 0, 1],
  ]
  expect(verdicts).toEqual([sent, sent, warned, warned, warned, refused])
  const jobIds = (await bench.jobs()).map(({ id }) => id)
  await bench.call('uploads.cancel', { jobIds: jobIds.slice(0, 4) })
  await bench.call('accounts.update', { accountId: bench.accountId, isDisabled: false })
  await bench.reach('done', jobIds.slice(4), 15_000)
})

row(37, 'a limit on the whole request is learnt from its refusal', isLimited, async (bench) => {
  bench.misbehave({ kind: 'size-limit', maxBytes: 5000, counts: 'body' })
  await bench.drop([(await bench.picture({ sizeBytes: 5000 })).path])
  const [job] = await bench.reach('failed')
  expect(job?.failure?.code).toBe('too-large')
  expect(bench.commits()).toHaveLength(0)
})

row(
  38,
  'a type that the provider does not take fails its job, without a second request',
  {},
  async (bench) => {
    bench.misbehave({ kind: 'answer', status: 415, body: '{}' })
    await bench.drop(pathsOf(await bench.pictures(1)))
    const [job] = await bench.reach('failed')
    expect(job?.failure).toMatchObject({ code: 'type-unsupported', delivery: 'refused' })
    await sleep(150)
    expect(bench.posts()).toHaveLength(1)
  },
)

row(39, 'an account that is renamed while it uploads loses nothing', {}, async (bench) => {
  bench.misbehave({ kind: 'delay-answer', delayMs: 100 }, { times: 4 })
  await bench.drop(pathsOf(await bench.pictures(6)))
  await bench.call('accounts.update', { accountId: bench.accountId, name: 'Another name' })
  await bench.reach('done')
  expect(bench.posts()).toHaveLength(6)
})

row(39, 'an account that is removed while it uploads takes its jobs and its key along', {}, async (bench) => {
  bench.misbehave({ kind: 'slow-reader', bytesPerSecond: 2_000_000 }, { times: 6 })
  const { ids } = await bench.drop(pathsOf(await bench.pictures(6, 4_000_000)))
  await bench.sandbox.ledger.waitFor(
    ({ method, bytesReceived }) => method === 'POST' && bytesReceived > 100_000,
  )
  await bench.call('accounts.remove', { accountId: bench.accountId })
  ids.forEach((id) => bench.added.delete(id))
  expect(await bench.jobs()).toEqual([])
  await vi.waitUntil(() => bench.posts().every(({ endedAtMs }) => endedAtMs !== null), { timeout: 20_000 })
  const posts = bench.posts().length
  await sleep(100)
  expect(bench.posts()).toHaveLength(posts)
  expect(bench.commits()).toHaveLength(0)
  const keys = JSON.parse(readFileSync(join(bench.dataFolder, 'keys.json'), 'utf8')) as object
  expect(Object.keys(keys)).not.toContain(bench.accountId)
})
