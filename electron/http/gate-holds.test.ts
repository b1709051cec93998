// Shows when a gate holds its whole key: after a refusal, at the end of its rate, after a restart, whatever clocks do.
import { beforeEach, expect, test, vi } from 'vitest'
import { failure } from '../../shared/errors.ts'
import { gateKit } from './gate.testkit.ts'

const START_MS = Date.parse('2026-03-01T12:00:00Z')
const YEAR_MS = 365 * 86_400_000
const MINUTE_MS = 60_000
const RATE = { count: 20, perMs: MINUTE_MS }

let wallOffsetMs = 0
/** The steady clock goes with the timers; the wall clock may be set. */
const steadyMs = () => Date.now() - START_MS + 1_000_000
const nowMs = () => Date.now() + wallOffsetMs
const kit = (setup: Parameters<typeof gateKit>[0] = {}) => gateKit({ steadyMs, nowMs, ...setup })
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)

beforeEach(() => {
  wallOffsetMs = 0
  vi.useFakeTimers({ now: START_MS })
  return () => vi.useRealTimers()
})

/** Sends uploads until the gate lets no more begin, each answered at once. */
async function exhaust({ ask, begun, end }: ReturnType<typeof gateKit>, most: number) {
  for (let index = 0; index < most; index += 1) {
    const name = `r${begun.length}`
    const before = begun.length
    void ask(name, 'upload').catch(() => undefined)
    await pass(0)
    if (begun.length === before) return
    end(name)
    await pass(0)
  }
}

const refusal = (retryAfter?: string) => ({
  status: 429,
  headers: retryAfter === undefined ? {} : { 'retry-after': retryAfter },
})

test.each([
  ['429 with seconds', refusal('7'), 7000],
  [
    '429 with a date',
    {
      status: 429,
      headers: { 'retry-after': 'Sun, 01 Mar 2026 12:00:30 GMT', date: 'Sun, 01 Mar 2026 12:00:00 GMT' },
    },
    30_000,
  ],
  [
    '429 with a date of a clock that is years off',
    {
      status: 429,
      headers: { 'retry-after': 'Fri, 01 Mar 2030 12:00:30 GMT', date: 'Fri, 01 Mar 2030 12:00:00 GMT' },
    },
    30_000,
  ],
  ['429 with a date that is past', refusal('Sun, 01 Mar 2020 12:00:00 GMT'), 1000],
  ['429 with ten years', refusal('315360000'), 3_600_000],
  ['429 with nonsense', refusal('soon'), 1000],
  ['429 with a negative', refusal('-5'), 1000],
  ['429 alone', refusal(), 1000],
  ['503 with seconds', { ...refusal('9'), status: 503 }, 9000],
])('%s holds every request of the key', async (_, answer, waitMs) => {
  const { ask, end, begun, gate, told } = kit()
  const refused = ask('refused', 'browse')
  await pass(0)
  end('refused', answer)
  await refused
  expect(gate.hold()).toEqual({ untilMs: START_MS + waitMs, reason: 'asked' })
  expect(gate.uploadsAtOnce()).toBe(0)
  for (const kind of ['browse', 'upload', 'background'] as const) void ask(kind, kind)
  await pass(waitMs - 1)
  expect(begun).toEqual(['refused'])
  await pass(1)
  expect(begun).toEqual(['refused', 'browse'])
  expect(gate.hold()).toBeNull()
  expect(told.holds).toBe(2)
})

test('503 without Retry-After, and other failures, hold nothing', async () => {
  const { ask, end, gate } = kit()
  for (const status of [503, 500, 401, 404, 413]) {
    const asked = ask(String(status), 'browse')
    await pass(0)
    end(String(status), { status })
    await asked
  }
  expect(gate.hold()).toBeNull()
})

test('a refusal that only the body tells holds the key too, once', async () => {
  const { gate } = kit()
  gate.note(failure('rate-limited', 'not-sent'))
  expect(gate.hold()).toBeNull()
  gate.note(failure('rate-limited', 'refused'))
  gate.note(failure('rate-limited', 'refused'))
  expect(gate.hold()).toEqual({ untilMs: START_MS + 1000, reason: 'asked' })
  await pass(1000)
  expect(gate.hold()).toBeNull()
})

test('after a pause one request goes first; the queue is told that more may begin', async () => {
  const { ask, end, begun, gate, told } = kit({ limits: { parallelUploads: 5, parallelRequests: 5 } })
  const refused = ask('refused', 'upload')
  await pass(0)
  end('refused', refusal('2'))
  await refused
  await pass(2000)
  expect(told.opened).toBe(1)
  expect(gate.uploadsAtOnce()).toBe(1)
  for (const name of ['a', 'b', 'c', 'd']) void ask(name, 'upload')
  await pass(0)
  expect(begun).toEqual(['refused', 'a'])
  end('a')
  await pass(0)
  expect(begun).toEqual(['refused', 'a', 'b', 'c'])
})

test('when the rate is used up nothing begins before its time, and it says until when', async () => {
  const parts = kit({ limits: { requests: RATE } })
  await exhaust(parts, 30)
  expect(parts.begun).toHaveLength(19)
  expect(parts.gate.hold()).toEqual({ untilMs: START_MS + MINUTE_MS, reason: 'rate' })
  await pass(MINUTE_MS - 1)
  expect(parts.begun).toHaveLength(19)
  await pass(1)
  expect(parts.begun).toHaveLength(20)
  expect(parts.gate.hold()).toBeNull()
})

test('30: a new run knows what the last one sent, even one that was killed', async () => {
  const first = kit({ limits: { requests: RATE } })
  await exhaust(first, 12)
  void first.ask('under way when killed', 'upload')
  await pass(30_000)
  const second = kit({ limits: { requests: RATE }, journal: { ...first.journal } })
  await exhaust(second, 30)
  expect(second.begun).toHaveLength(19 - 13)
  await pass(30_000)
  await exhaust(second, 30)
  // What was under way counts from the restart on.
  expect(second.begun.length).toBe(19 - 13 + 12)
})

test.each([
  ['three years ahead', 3 * YEAR_MS],
  ['three days back', -3 * 86_400_000],
])('68: a wall clock %s makes no burst, neither while it runs nor after a restart', async (_, jumpMs) => {
  const first = kit({ limits: { requests: RATE } })
  await exhaust(first, 30)
  wallOffsetMs = jumpMs
  await exhaust(first, 5)
  expect(first.begun).toHaveLength(19)
  const second = kit({ limits: { requests: RATE }, journal: { ...first.journal } })
  await exhaust(second, 5)
  expect(second.begun).toHaveLength(0)
  await pass(MINUTE_MS)
  expect(second.begun.length).toBeGreaterThan(0)
})

test.each([
  ['as it was', 0, 4000],
  ['three days back', -3 * 86_400_000, 5000],
  ['three years ahead', 3 * YEAR_MS, 0],
])('68: a pause outlives a restart with the wall clock %s, and ends', async (_, jumpMs, leftMs) => {
  const first = kit()
  const refused = first.ask('refused', 'browse')
  await pass(0)
  first.end('refused', refusal('5'))
  await refused
  await pass(1000)
  wallOffsetMs = jumpMs
  const second = kit({ journal: { ...first.journal } })
  void second.ask('next', 'browse')
  await pass(Math.max(0, leftMs - 1))
  expect(second.begun).toHaveLength(leftMs > 0 ? 0 : 1)
  await pass(1)
  expect(second.begun).toHaveLength(1)
})

test.each(['', '{', '[]', '{"window":{"underWay":-1,"endedAtMs":[]},"hold":null}'])(
  'a journal that says %j is none',
  async (text) => {
    const { ask, begun } = kit({ journal: { text } })
    void ask('a', 'browse')
    await pass(0)
    expect(begun).toEqual(['a'])
  },
)

test('a full disk holds no request back', async () => {
  const { ask, begun, told } = kit({ limits: { requests: RATE }, journal: { text: null, isFull: true } })
  void ask('a', 'browse')
  await pass(0)
  expect(begun).toEqual(['a'])
  expect(told.saves).toBe(1)
})

test('without a rate nothing is written for a request', async () => {
  const { ask, end, told } = kit()
  const asked = ask('a', 'upload')
  await pass(0)
  end('a')
  await asked
  expect(told.saves).toBe(0)
})
