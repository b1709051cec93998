// Shows how far a key slows down for each kind of refusal, and how it comes back.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { answered, atFullSpeed, isHeld, LONGEST_HOLD_MS, refused, type SlowDown } from './slow-down.ts'

const LIMIT = 5
const refuse = (
  state: SlowDown,
  nowMs: number,
  retryAfterMs: number | null = null,
  startedAtMs = nowMs - 1,
) => refused(state, { startedAtMs, retryAfterMs, nowMs, jitter: 0 })

test('the wait that the provider names is kept, with a little on top', () => {
  const state = refused(atFullSpeed(LIMIT), { startedAtMs: 90, retryAfterMs: 7000, nowMs: 100, jitter: 1 })
  expect(state.heldUntilMs).toBe(100 + 7000 + 700)
  expect([isHeld(state, 100), isHeld(state, 7799), isHeld(state, 7800)]).toEqual([true, true, false])
})

test('without one the waits double, up to a minute', () => {
  let state = atFullSpeed(LIMIT)
  const waitsMs: number[] = []
  let nowMs = 0
  for (let index = 0; index < 9; index += 1) {
    nowMs = (state.heldUntilMs ?? 0) + 10
    state = refuse(state, nowMs)
    waitsMs.push((state.heldUntilMs ?? 0) - nowMs)
  }
  expect(waitsMs).toEqual([1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000, 60_000])
  expect(
    refused(atFullSpeed(LIMIT), { startedAtMs: 0, retryAfterMs: null, nowMs: 1, jitter: 1 }).heldUntilMs,
  ).toBe(2001)
})

test('five refused together are one refusal; the longest wait of them counts', () => {
  const first = refuse(atFullSpeed(LIMIT), 100)
  expect(refuse(first, 101, null, 50)).toBe(first)
  expect(refuse(first, 5000, null, 50)).toBe(first)
  const longer = refuse(first, 102, 9000, 50)
  expect(longer).toMatchObject({ heldUntilMs: 9102, aim: 2, pauses: 1 })
  expect(refuse(longer, 103, 3000, 50).heldUntilMs).toBe(9102)
})

test('after the pause one goes first, half as many soon, the rest by and by', () => {
  let state = refuse(atFullSpeed(LIMIT), 100)
  const speeds = [state.atOnce]
  for (let success = 1; success <= 31; success += 1) {
    state = answered(state, LIMIT, 5000)
    speeds.push(state.atOnce)
  }
  expect(speeds.slice(0, 3)).toEqual([1, 2, 2])
  expect([speeds[10], speeds[11], speeds[21], speeds[31]]).toEqual([2, 3, 4, 5])
  expect(state.pauses).toBe(0)
})

test('a success that began before the pause ends nothing', () => {
  const state = refuse(atFullSpeed(LIMIT), 100)
  expect(answered(state, LIMIT, 99)).toBe(state)
})

test('whatever happens: at least one at once, never more than the limit, no wait beyond an hour', () => {
  const events = fc.array(
    fc.record({
      passMs: fc.nat(10_000),
      ageMs: fc.nat(10_000),
      retryAfterMs: fc.oneof(
        fc.constant('success' as const),
        fc.constant(null),
        fc.integer({ min: 1000, max: 3_600_000 }),
      ),
      jitter: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
  )
  fc.assert(
    fc.property(events, fc.integer({ min: 1, max: 8 }), (all, limit) => {
      let state = atFullSpeed(limit)
      let nowMs = 0
      for (const { passMs, ageMs, retryAfterMs, jitter } of all) {
        nowMs += passMs
        const startedAtMs = nowMs - ageMs
        state =
          retryAfterMs === 'success'
            ? answered(state, limit, startedAtMs)
            : refused(state, { startedAtMs, retryAfterMs, nowMs, jitter })
        expect(state.atOnce).toBeGreaterThanOrEqual(1)
        expect(state.atOnce).toBeLessThanOrEqual(state.aim)
        expect(state.aim).toBeLessThanOrEqual(limit)
        expect((state.heldUntilMs ?? 0) - nowMs).toBeLessThanOrEqual(LONGEST_HOLD_MS)
      }
    }),
  )
})
