// Shows which failures are repeated by themselves, and after how long.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ERROR_TRAITS, failure, type Delivery, type ErrorCode } from '../../shared/errors.ts'
import { MOST_ATTEMPTS, retryDelayMs } from './retry-policy.ts'

const CODES = Object.keys(ERROR_TRAITS) as ErrorCode[]

test('an unknown delivery is never repeated, whatever its code says', () => {
  for (const code of CODES) expect(retryDelayMs(failure(code, 'unknown'), 1, 1)).toBeNull()
})

test('a refusal is repeated only when it asks for that', () => {
  const repeated = CODES.filter((code) => retryDelayMs(failure(code, 'refused'), 1, 1) !== null)
  expect(repeated.toSorted()).toEqual(['rate-limited', 'service-unavailable'])
})

test('what was not sent is repeated where the same request can succeed', () => {
  const repeated = CODES.filter((code) => retryDelayMs(failure(code, 'not-sent'), 1, 1) !== null)
  expect(repeated).toEqual(CODES.filter((code) => ERROR_TRAITS[code].retry === 'auto'))
})

test('the wait doubles up to a minute, then the attempts are over', () => {
  const lost = failure('connection-refused', 'not-sent')
  const waits = [1, 2, 3, 4, 5, 6].map((attempts) => retryDelayMs(lost, attempts, 1))
  expect(waits).toEqual([1000, 2000, 4000, 8000, 16_000, null])
  expect(MOST_ATTEMPTS).toBe(6)
})

test('a Retry-After is the least, chance comes on top', () => {
  const delivery = fc.constantFrom<Delivery>('not-sent', 'refused')
  const jitter = fc.double({ min: 0, max: 1, noNaN: true })
  fc.assert(
    fc.property(
      delivery,
      fc.nat(3_600_000),
      fc.integer({ min: 1, max: 5 }),
      jitter,
      (sent, waitMs, n, chance) => {
        const delayMs = retryDelayMs(failure('rate-limited', sent, { retryAfterMs: waitMs }), n, chance)
        // The journal keeps whole numbers only.
        expect(Number.isInteger(delayMs)).toBe(true)
        expect(delayMs).toBeGreaterThanOrEqual(waitMs)
        expect(delayMs).toBeLessThanOrEqual(waitMs + 60_000)
      },
    ),
  )
})
