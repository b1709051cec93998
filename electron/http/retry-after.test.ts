// Shows how long each form of Retry-After makes the queue wait.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseRetryAfter } from './retry-after.ts'

const NOW = 'Sun, 01 Mar 2026 12:00:00 GMT'
const IN_90_S = 'Sun, 01 Mar 2026 12:01:30 GMT'
const NOW_MS = Date.parse(NOW)

test.each<[string | undefined, number | null]>([
  [undefined, null],
  ['', null],
  ['7', 7000],
  [' 7 ', 7000],
  ['1.5', 1500],
  ['0', 1000],
  ['-5', null],
  ['315360000', 3_600_000],
  ['9'.repeat(400), 3_600_000],
  ['soon', null],
  ['about 5', null],
  ['1e3', null],
  ['NaN', null],
  [IN_90_S, 90_000],
  ['Sunday, 01-Mar-26 12:01:30 GMT', 90_000],
  ['Sun Mar  1 12:01:30 2026 GMT', 90_000],
  ['Sun, 01 Mar 2020 12:00:00 GMT', 1000],
  ['Fri, 01 Mar 2036 12:00:00 GMT', 3_600_000],
])('%j', (header, expected) => {
  expect(parseRetryAfter(header, undefined, NOW_MS)).toBe(expected)
})

test('a date is measured by the clock of the one who named it', () => {
  const threeYearsOff = NOW_MS + 3 * 365 * 86_400_000
  expect(parseRetryAfter(IN_90_S, NOW, threeYearsOff)).toBe(90_000)
  expect(parseRetryAfter(IN_90_S, 'no date', NOW_MS)).toBe(90_000)
})

test('whatever is written there, the wait is none or between a second and an hour', () => {
  const waits = fc.property(fc.string(), fc.option(fc.string(), { nil: undefined }), (header, date) => {
    const waitMs = parseRetryAfter(header, date, NOW_MS)
    return waitMs === null || (waitMs >= 1000 && waitMs <= 3_600_000)
  })
  fc.assert(waits)
})
