// Shows which failures are repeated by themselves, and after how long.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ERROR_TRAITS, failure, type Delivery, type ErrorCode } from '../../shared/errors.ts'
import { asksForPause, mayRepeat, retryDelayMs } from './retry-policy.ts'

const CODES = Object.keys(ERROR_TRAITS) as ErrorCode[]
const codesRepeated = (delivery: Delivery) => CODES.filter((code) => mayRepeat(failure(code, delivery)))

test('an unknown delivery is never repeated, whatever its code says', () => {
  expect(codesRepeated('unknown')).toEqual([])
})

test('a refusal is repeated only when it asks for that', () => {
  expect(codesRepeated('refused').toSorted()).toEqual(['rate-limited', 'service-unavailable'])
})

test('what was not sent is repeated where the same request can succeed', () => {
  expect(codesRepeated('not-sent')).toEqual(CODES.filter((code) => ERROR_TRAITS[code].retry === 'auto'))
})

test('a pause of the whole key is asked for by a 429, or by a 503 that says for how long', () => {
  expect(asksForPause(failure('rate-limited', 'refused'))).toBe(true)
  expect(asksForPause(failure('service-unavailable', 'refused', { retryAfterMs: 1000 }))).toBe(true)
  expect(asksForPause(failure('service-unavailable', 'refused'))).toBe(false)
})

test('the wait doubles up to a minute', () => {
  const lost = failure('connection-lost', 'not-sent')
  const waits = [0, 1, 2, 3, 4, 5, 6, 7, 8].map((attempts) => retryDelayMs(lost, attempts, 1))
  expect(waits).toEqual([1000, 1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000])
})

test('a Retry-After is the least, chance comes on top', () => {
  const jitter = fc.double({ min: 0, max: 1, noNaN: true })
  fc.assert(
    fc.property(fc.nat(3_600_000), fc.nat(6), jitter, (waitMs, attempts, chance) => {
      const reason = failure('rate-limited', 'refused', { retryAfterMs: waitMs })
      const delayMs = retryDelayMs(reason, attempts, chance)
      // The journal keeps whole numbers only.
      expect(Number.isInteger(delayMs)).toBe(true)
      expect(delayMs).toBeGreaterThanOrEqual(waitMs)
      expect(delayMs).toBeLessThanOrEqual(waitMs + 60_000)
    }),
  )
})
