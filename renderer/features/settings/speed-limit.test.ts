// Tests which typed limits are taken.
import { expect, it } from 'vitest'
import { readLimit, writeLimit } from './speed-limit.ts'

it.each([
  ['2', 2_000_000],
  [' 1.5 ', 1_500_000],
  ['0,5', 500_000],
  ['.25', 250_000],
  ['0.01', 10_000],
  ['0.001', null],
  ['0', null],
  ['', null],
  ['-1', null],
  ['1e3', null],
  ['fast', null],
  ['10001', null],
])('%j is %j', (typed, bytesPerSecond) => {
  expect(readLimit(typed)).toBe(bytesPerSecond)
})

it('is written as it was typed', () => {
  expect(writeLimit(1_500_000)).toBe('1.5')
})
