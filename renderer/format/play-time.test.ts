// Shows how play times are written.
import { expect, test } from 'vitest'
import { formatPlayTime } from './play-time.ts'

test.each([
  [1, '0:01'],
  [2400, '0:02'],
  [59_600, '1:00'],
  [75_000, '1:15'],
  [3_599_000, '59:59'],
  [3_661_000, '1:01:01'],
])('%d ms are %s', (durationMs, text) => {
  expect(formatPlayTime(durationMs)).toBe(text)
})
