// Rows 66 to 70 of the fault list: a machine that sleeps, loses its network, has its clock set, locks its keyring.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, vi } from 'vitest'
import type { Bench } from './bench.testkit.ts'
import { row } from './row.testkit.ts'

const pathsOf = (files: readonly { readonly path: string }[]) => files.map(({ path }) => path)
const mainPost = (bench: Bench) => (entry: { keyDigest: string | null; method: string }) =>
  entry.method === 'POST' && entry.keyDigest === bench.keyDigest
/** What happens to the machine happens to the bystander as well. */
const bystanderIsDone = (bench: Bench) =>
  vi.waitUntil(async () => (await bench.snapshot()).jobs.some(({ status }) => status === 'done'), {
    timeout: 20_000,
  })

row(66, 'a machine that slept in mid-upload gives up its connections, and looks', {}, async (bench) => {
  bench.misbehave({ kind: 'silent', commits: true })
  await bench.drop(pathsOf(await bench.pictures(1)))
  await bench.sandbox.ledger.waitFor((entry) => mainPost(bench)(entry) && entry.committedAssetId !== null)
  await bystanderIsDone(bench)
  bench.clock.pass(8 * 3_600_000)
  bench.desktop().wakeUp()
  await bench.reach(bench.canLook ? 'done' : 'unconfirmed')
  expect(bench.posts()).toHaveLength(1)
})

row(66, 'a body that sleep has cut cannot have arrived: it is sent again', {}, async (bench) => {
  bench.misbehave({ kind: 'slow-reader', bytesPerSecond: 2_000_000 })
  await bench.drop(pathsOf(await bench.pictures(1, 12_000_000)))
  await bench.sandbox.ledger.waitFor((entry) => mainPost(bench)(entry) && entry.bytesReceived > 100_000)
  await bystanderIsDone(bench)
  bench.clock.pass(8 * 3_600_000)
  bench.desktop().wakeUp()
  await bench.reach(bench.canLook ? 'done' : 'unconfirmed')
  expect(bench.commits().length).toBe(bench.canLook ? 1 : 0)
})

row(
  67,
  'without a network nothing is spent, and all goes on within two seconds of its return',
  { hasBystander: false },
  async (bench) => {
    await bench.moveTo(bench.proxy.origin())
    await bench.proxy.refuse()
    bench.desktop().setOnline(false)
    await bench.drop(pathsOf(await bench.pictures(6)))
    await vi.waitUntil(async () => (await bench.account()).waitsFor === 'network', { timeout: 20_000 })
    await sleep(300)
    expect(bench.journal().every(({ attempts, status }) => attempts === 0 && status !== 'failed')).toBe(true)
    await bench.proxy.listen()
    const backAtMs = Date.now()
    bench.desktop().setOnline(true)
    await bench.sandbox.ledger.waitFor(mainPost(bench))
    expect(Date.now() - backAtMs).toBeLessThan(2000)
    await bench.reach('done')
    expect(bench.posts()).toHaveLength(6)
  },
)

const YEARS_MS = 3 * 365 * 24 * 3_600_000

for (const setMs of [YEARS_MS, -YEARS_MS, -3_600_000])
  row(68, 'a clock that is set during a pause neither cuts it short nor draws it out', {}, async (bench) => {
    bench.misbehave({ kind: 'answer', status: 429, headers: { 'retry-after': '1' } })
    await bench.drop(pathsOf(await bench.pictures(3)))
    await vi.waitUntil(async () => (await bench.account()).heldUntilMs !== null, {
      timeout: 10_000,
      interval: 10,
    })
    await vi.waitUntil(async () => (await bench.jobs()).some(({ status }) => status === 'waiting'), {
      timeout: 10_000,
      interval: 10,
    })
    const heldAtMs = Date.now()
    bench.clock.setWall(setMs)
    await bench.drop(pathsOf(await bench.pictures(2)))
    await bench.reach('done')
    expect(Date.now() - heldAtMs).toBeGreaterThan(700)
    expect(bench.posts()).toHaveLength(6)
    const positions = (await bench.jobs()).map(({ position }) => position)
    expect(positions).toEqual(positions.toSorted((a, b) => a - b))
  })

row(69, 'quitting takes no more than two seconds, and the next run goes on', {}, async (bench) => {
  bench.misbehave({ kind: 'slow-reader', bytesPerSecond: 1_000_000 }, { times: 2 })
  await bench.drop(pathsOf(await bench.pictures(5, 12_000_000)))
  await bench.sandbox.ledger.waitFor((entry) => mainPost(bench)(entry) && entry.bytesReceived > 100_000)
  await bystanderIsDone(bench)
  const fromMs = Date.now()
  await bench.run().end()
  expect(Date.now() - fromMs).toBeLessThan(2000)
  bench.sandbox.faults.clear()
  await bench.restart()
  await bench.reach('done')
  expect(bench.commits()).toHaveLength(5)
})

row(69, 'quitting does not wait for a connection that never comes about', {}, async (bench) => {
  bench.proxy.treat('silent')
  await bench.moveTo(bench.proxy.origin().replace('http:', 'https:'))
  await bench.drop(pathsOf(await bench.pictures(2)))
  await vi.waitUntil(() => bench.proxy.connectionCount() > 0, { timeout: 20_000 })
  await bystanderIsDone(bench)
  const fromMs = Date.now()
  await bench.run().end()
  expect(Date.now() - fromMs).toBeLessThan(2000)
  await bench.proxy.refuse()
  await bench.restart()
  await bench.moveTo(bench.sandbox.origin)
  await bench.reach('done')
  expect(bench.posts()).toHaveLength(2)
})

row(70, 'a keyring that is locked loses nothing: the account waits until it opens', {}, async (bench) => {
  await bench.call('accounts.update', { accountId: bench.accountId, isDisabled: true })
  await bench.drop(pathsOf(await bench.pictures(3)))
  await bystanderIsDone(bench)
  const keysFile = join(bench.dataFolder, 'keys.json')
  const keys = readFileSync(keysFile, 'utf8')
  await bench.restart(bench.dataFolder, ({ platform }) => {
    platform.cipher.isLocked = true
  })
  await bench.call('accounts.update', { accountId: bench.accountId, isDisabled: false })
  expect((await bench.account()).keyState).toBe('locked')
  await sleep(150)
  await bench.reach('queued')
  expect(readFileSync(keysFile, 'utf8')).toBe(keys)
  bench.desktop().platform.cipher.isLocked = false
  await bench.call('accounts.resume', { accountId: bench.accountId })
  await bench.reach('done')
  expect(bench.posts()).toHaveLength(3)
})
