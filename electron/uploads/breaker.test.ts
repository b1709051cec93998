// Shows how rarely a service is tried that keeps failing, and that every try is one request.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { afterFailure, CLOSED, mostAtOnce, type Breaker } from './breaker.ts'

const FAILURE = { startedAtMs: 0, nowMs: 0, jitter: 1, isUnreachable: false, isOffline: false }

function failing(times: number, change: Partial<typeof FAILURE> = {}): Breaker {
  let breaker = CLOSED
  for (let time = 0; time < times; time += 1) breaker = afterFailure(breaker, { ...FAILURE, ...change })
  return breaker
}

test('four failures in a row are bad luck, the fifth opens it', () => {
  expect(mostAtOnce(failing(4), 0)).toBe(Infinity)
  expect(mostAtOnce(failing(5), 0)).toBe(0)
  expect(mostAtOnce(failing(5), 4999)).toBe(0)
  expect(mostAtOnce(failing(5), 5000)).toBe(1)
})

test('without a network the first failure is enough, if it never connected', () => {
  expect(mostAtOnce(failing(1, { isOffline: true, isUnreachable: true }), 0)).toBe(0)
  expect(mostAtOnce(failing(1, { isOffline: true }), 0)).toBe(Infinity)
})

test('what was under way when it opened says nothing new', () => {
  const open = failing(5, { startedAtMs: 1000, nowMs: 1000 })
  expect(afterFailure(open, { ...FAILURE, startedAtMs: 999, nowMs: 3000 })).toBe(open)
})

test.each([
  [false, 60_000],
  [true, 300_000],
])('the interval doubles with each probe that fails (never connected: %s)', (isUnreachable, longestMs) => {
  let breaker = failing(5, { isUnreachable })
  const intervals: number[] = []
  for (let probe = 0; probe < 10; probe += 1) {
    const nowMs = breaker.open?.probeAtMs ?? 0
    breaker = afterFailure(breaker, { ...FAILURE, startedAtMs: nowMs, nowMs, isUnreachable })
    intervals.push(breaker.open?.intervalMs ?? 0)
  }
  expect(intervals.slice(0, 3)).toEqual([10_000, 20_000, 40_000])
  expect(intervals.at(-1)).toBe(longestMs)
})

test('whatever chance says, ten minutes of failures cost fewer than sixty requests', () => {
  const chances = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 60, maxLength: 60 })
  fc.assert(
    fc.property(chances, fc.integer({ min: 1, max: 8 }), (jitters, parallel) => {
      let breaker = CLOSED
      let nowMs = 0
      let requests = 0
      while (nowMs < 600_000) {
        const count = Math.min(parallel, mostAtOnce(breaker, nowMs))
        for (let one = 0; one < count; one += 1) {
          const jitter = jitters[requests % 60] ?? 0
          breaker = afterFailure(breaker, { ...FAILURE, startedAtMs: nowMs, nowMs, jitter })
          requests += 1
        }
        nowMs = Math.max(nowMs + 1, breaker.open?.probeAtMs ?? 0)
      }
      expect(requests).toBeLessThan(60)
    }),
  )
})
