// Rows 26 to 31 of the fault list: services that are down, and keys that have to slow down.
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, vi } from 'vitest'
import type { ScriptedAnswer } from '../../sandbox/faults.ts'
import type { Bench } from './bench.testkit.ts'
import { row } from './row.testkit.ts'

const pathsOf = (files: readonly { readonly path: string }[]) => files.map(({ path }) => path)
const isHeld = async (bench: Bench) => (await bench.account()).heldUntilMs !== null

row(
  26,
  'a service that is down for ten minutes sees a probe now and then, and gets every file when it is back',
  {},
  async (bench) => {
    const headers = { 'retry-after': '1' }
    bench.misbehave({ kind: 'answer', status: 503, headers }, { times: Infinity })
    await bench.drop(pathsOf(await bench.pictures(100, 100)))
    await vi.waitUntil(() => bench.posts().length > 0, { timeout: 20_000 })
    for (let second = 0; second < 600; second += 10) await bench.pass(10_000)
    await sleep(200)
    expect(bench.posts().length).toBeLessThan(60)
    expect((await bench.jobs()).map(({ status }) => status)).not.toContain('failed')
    bench.sandbox.faults.clear()
    const isDone = async () => {
      await bench.pass(70_000)
      return (await bench.jobs()).every(({ status }) => status === 'done')
    }
    await vi.waitUntil(isDone, { timeout: 20_000, interval: 100 })
    expect(bench.commits()).toHaveLength(100)
  },
)

row(
  26,
  'a service that fails without a word is asked ever less, and nothing is sent without looking',
  {},
  async (bench) => {
    bench.misbehave({ kind: 'answer', status: 503 }, { times: Infinity })
    await bench.drop(pathsOf(await bench.pictures(60, 100)))
    await vi.waitUntil(async () => (await bench.account()).waitsFor === 'service', { timeout: 20_000 })
    await sleep(500)
    const before = bench.posts().length
    expect(before).toBeLessThan(12)
    await sleep(300)
    expect(bench.posts().length).toBe(before)
    bench.sandbox.faults.clear()
    const isOver = async () => {
      await bench.pass(70_000)
      return (await bench.jobs()).every(({ status }) => status === 'done' || status === 'unconfirmed')
    }
    await vi.waitUntil(isOver, { timeout: 20_000, interval: 100 })
    const asked = (await bench.jobs()).filter(({ status }) => status === 'unconfirmed')
    expect(asked.length).toBeLessThan(bench.canLook ? 1 : 12)
  },
)

row(
  27,
  'a pause that the provider asks for is kept by the whole account, and costs no attempt',
  {},
  async (bench) => {
    bench.misbehave({ kind: 'answer', status: 429, headers: { 'retry-after': '1' } })
    await bench.drop(pathsOf(await bench.pictures(8)))
    await vi.waitUntil(() => isHeld(bench), { timeout: 10_000, interval: 10 })
    const [seenAtMs, untilMs] = [bench.clock.nowMs(), (await bench.account()).heldUntilMs ?? 0]
    expect(untilMs - seenAtMs).toBeGreaterThan(500)
    await bench.reach('done')
    const during = bench
      .posts()
      .filter(({ startedAtMs }) => startedAtMs > seenAtMs && startedAtMs < untilMs - 50)
    expect(during).toEqual([])
    expect(bench.posts().filter(({ status }) => status === 429)).toHaveLength(1)
    expect(bench.journal().map(({ attempts }) => attempts)).toEqual(Array.from({ length: 8 }, () => 1))
    expect(await isHeld(bench)).toBe(false)
  },
)

const SERVER_TIME = Date.UTC(2031, 4, 1, 12, 0, 0)
const dated = (waitMs: number): ScriptedAnswer['headers'] => ({
  date: new Date(SERVER_TIME).toUTCString(),
  'retry-after': new Date(SERVER_TIME + waitMs).toUTCString(),
})
const HOUR_MS = 3_600_000
const NONSENSE: readonly (readonly [ScriptedAnswer['headers'], number, number])[] = [
  [dated(30_000), 30_000, 31_100],
  [dated(-60_000), 1000, 1200],
  [dated(10 * 365 * 24 * HOUR_MS), HOUR_MS, HOUR_MS + 1100],
  [{ 'retry-after': '0' }, 1000, 1200],
  [{ 'retry-after': '99999999999' }, HOUR_MS, HOUR_MS + 1100],
  // What cannot be understood is a pause of Wharf's own choice.
  [{ 'retry-after': '-5' }, 1000, 2100],
  [{ 'retry-after': 'about a minute' }, 1000, 2100],
  [{ 'retry-after': 'NaN' }, 1000, 2100],
]

for (const [headers = {}, leastMs, mostMs] of NONSENSE)
  row(28, 'a pause is measured by the server’s own clock, and is never nonsense', {}, async (bench) => {
    bench.misbehave({ kind: 'answer', status: 429, headers })
    const fromMs = bench.clock.nowMs()
    await bench.drop([(await bench.picture()).path])
    await vi.waitUntil(() => isHeld(bench), { timeout: 10_000, interval: 10 })
    const heldMs = ((await bench.account()).heldUntilMs ?? 0) - fromMs
    expect(heldMs).toBeGreaterThanOrEqual(leastMs)
    expect(heldMs).toBeLessThanOrEqual(mostMs + (bench.clock.nowMs() - fromMs))
    expect(bench.posts()).toHaveLength(1)
    // The clocks go on, and so does the job.
    bench.clock.pass(mostMs)
    bench.desktop().wakeUp()
    await bench.pass(1000)
    await bench.reach('done')
  })

row(29, 'refusals in a row slow the key down to one request at a time', {}, async (bench) => {
  const { parallelRequests } = bench.manifest.limits
  bench.misbehave({ kind: 'refuse', as: 'rate-limited' }, { times: 3 })
  await bench.drop(pathsOf(await bench.pictures(20, 100)))
  const isDone = async () => {
    await bench.pass(bench.posts().some(({ status }) => status === 200 || status === 201) ? 100 : 5000)
    return (await bench.jobs()).every(({ status }) => status === 'done')
  }
  await vi.waitUntil(isDone, { timeout: 15_000, interval: 150 })
  expect(
    bench.sandbox.ledger.maxConcurrent(({ keyDigest }) => keyDigest === bench.posts()[0]?.keyDigest),
  ).toBeLessThanOrEqual(parallelRequests)
  expect(bench.commits()).toHaveLength(20)
})

row(
  29,
  'many files never make more requests in a minute than the key allows',
  { where: ({ limits }) => limits.requests !== null },
  async (bench) => {
    await bench.drop(pathsOf(await bench.pictures(130, 100)))
    await vi.waitUntil(async () => (await bench.account()).rateFullUntilMs !== null, { timeout: 15_000 })
    expect(bench.posts().length).toBeLessThanOrEqual(100)
    expect(bench.posts().length).toBeGreaterThan(90)
    await bench.pass(61_000)
    await bench.reach('done', undefined, 30_000)
    const { maxConcurrent, maxPerMinute } = bench.sandbox.ledger.ofKey(bench.key)
    expect([maxConcurrent <= 5, maxPerMinute <= 100]).toEqual([true, true])
  },
)

row(
  30,
  'a restart in the middle of a minute does not forget what was sent in it',
  { where: ({ limits }) => limits.requests !== null },
  async (bench) => {
    await bench.drop(pathsOf(await bench.pictures(60, 100)))
    await bench.reach('done', undefined, 30_000)
    await bench.restart()
    await bench.drop(pathsOf(await bench.pictures(60, 100)))
    await vi.waitUntil(async () => (await bench.account()).rateFullUntilMs !== null, { timeout: 15_000 })
    await sleep(200)
    expect(bench.sandbox.ledger.ofKey(bench.key).maxPerMinute).toBeLessThanOrEqual(100)
    await bench.pass(61_000)
    await bench.reach('done', undefined, 30_000)
    expect(bench.sandbox.ledger.ofKey(bench.key).maxPerMinute).toBeLessThanOrEqual(100)
  },
)

row(31, 'two accounts with one key, their uploads and their lists share its pace', {}, async (bench) => {
  const twin = await bench.addAccount('The same key', bench.key)
  bench.misbehave({ kind: 'delay-answer', delayMs: 60 }, { times: Infinity })
  await bench.drop(pathsOf(await bench.pictures(6)))
  await bench.drop(pathsOf(await bench.pictures(6)), { accountIds: [twin.id] })
  const page = { containerId: bench.projectId, kind: null, cursor: null }
  for (let time = 0; time < 5; time += 1)
    if (bench.canLook) await bench.call('library.page', { accountId: bench.accountId, ...page })
  await bench.reach('done')
  const { maxConcurrent, requests } = bench.sandbox.ledger.ofKey(bench.key)
  expect(maxConcurrent).toBeLessThanOrEqual(bench.manifest.limits.parallelRequests)
  expect(requests.filter(({ method }) => method === 'POST')).toHaveLength(12)
})
