// Proves the rate: whatever comes when, no stretch of the interval sees more requests than the provider allows.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { began, EMPTY_WINDOW, ended, resumed, roomAtMs, roomIn, type SendWindow } from './send-window.ts'

const step = fc.oneof(
  fc.record({ type: fc.constant('begin' as const) }),
  fc.record({
    type: fc.constant('end' as const),
    which: fc.nat(20),
    seenAt: fc.double({ min: 0, max: 1, noNaN: true }),
  }),
  fc.record({ type: fc.constant('pass' as const), ms: fc.nat(70) }),
  /** The app dies with requests under way, and is back after that time; the machine may have been restarted too. */
  fc.record({ type: fc.constant('crash' as const), ms: fc.nat(150), isReboot: fc.boolean() }),
)

type Flight = { readonly beganAtMs: number; readonly seenAt: number }

/** True time goes on; the app's clock begins anew when the machine does. */
function run(
  steps: readonly (typeof step extends fc.Arbitrary<infer S> ? S : never)[],
  rate: { count: number; perMs: number },
) {
  let trueMs = 1000
  let bootMs = 0
  let window: SendWindow = EMPTY_WINDOW
  let saved: SendWindow = EMPTY_WINDOW
  let flights: Flight[] = []
  const seenMs: number[] = []
  const begunMs: number[] = []
  const land = ({ beganAtMs }: Flight, seenAt: number) =>
    seenMs.push(beganAtMs + (trueMs - beganAtMs) * seenAt)
  for (const each of steps) {
    const now = trueMs - bootMs
    if (each.type === 'begin' && roomIn(window, rate, now) > 0) {
      window = began(window)
      saved = window
      begunMs.push(trueMs)
      flights.push({ beganAtMs: trueMs, seenAt: 1 })
    }
    if (each.type === 'end' && flights.length > 0) {
      const [flight] = flights.splice(each.which % flights.length, 1)
      if (flight) land(flight, each.seenAt)
      window = ended(window, rate, now)
    }
    if (each.type === 'pass') trueMs += each.ms
    if (each.type === 'crash') {
      flights.forEach((flight) => land(flight, 1))
      flights = []
      trueMs += each.ms
      if (each.isReboot) bootMs = trueMs - 1
      window = resumed(JSON.parse(JSON.stringify(saved)) as SendWindow, trueMs - bootMs)
    }
  }
  flights.forEach((flight) => land(flight, 1))
  return { seenMs, begunMs, window, nowMs: trueMs - bootMs }
}

function mostWithin(perMs: number, times: readonly number[]): number {
  const sorted = times.toSorted((a, b) => a - b)
  return Math.max(0, ...sorted.map((from) => sorted.filter((at) => at >= from && at < from + perMs).length))
}

const rates = fc.record({ count: fc.integer({ min: 1, max: 12 }), perMs: fc.constant(100) })

test('never more than the rate, neither by our clock nor by that of the server, over any crash or restart', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 150 }), rates, (steps, rate) => {
      const { seenMs, begunMs } = run(steps, rate)
      expect(mostWithin(rate.perMs, seenMs)).toBeLessThanOrEqual(rate.count)
      expect(mostWithin(rate.perMs, begunMs)).toBeLessThanOrEqual(rate.count)
    }),
    { numRuns: 1000 },
  )
})

test('no history blocks for longer than one interval, and the announced moment is exact', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 100 }), rates, (steps, rate) => {
      const { window, nowMs } = run(steps, rate)
      const atMs = roomAtMs(window, rate, nowMs)
      if (atMs !== null) {
        expect(atMs).toBeGreaterThan(nowMs)
        expect(atMs).toBeLessThanOrEqual(nowMs + rate.perMs)
        expect(roomIn(window, rate, atMs)).toBeGreaterThan(0)
        expect(roomIn(window, rate, (nowMs + atMs) / 2)).toBe(0)
      } else if (window.underWay === 0) expect(roomIn(window, rate, nowMs)).toBeGreaterThan(0)
    }),
  )
})

test('of a hundred a minute, 95 are used', () => {
  const rate = { count: 100, perMs: 60_000 }
  let window = EMPTY_WINDOW
  for (let index = 0; index < 95; index += 1) {
    expect(roomIn(window, rate, 0)).toBe(95 - index)
    window = ended(began(window), rate, 0)
  }
  expect(roomIn(window, rate, 59_999)).toBe(0)
  expect(roomAtMs(window, rate, 59_999)).toBe(60_000)
  expect(roomIn(window, rate, 60_000)).toBe(95)
})

test('without a rate there is always room, and nothing is remembered', () => {
  const window = ended(began(EMPTY_WINDOW), null, 5)
  expect(window).toEqual(EMPTY_WINDOW)
  expect(roomIn(window, null, 5)).toBe(Infinity)
  expect(roomAtMs(window, null, 5)).toBeNull()
})

test('times of before a restart of the machine, which lie ahead of its new clock, count from now on', () => {
  const rate = { count: 2, perMs: 100 }
  const window = resumed({ underWay: 0, endedAtMs: [900_000, 900_010] }, 50)
  expect(roomIn(window, rate, 149)).toBe(0)
  expect(roomIn(window, rate, 150)).toBe(1)
})
