// Shows what counts as a regression, and what passes for noise.
import { expect, test } from 'vitest'
import { verdictOn } from './verdict.ts'

const figure = (least: number, median: number, most: number) => ({ least, median, most })

test('rounds that overlap are noise', () => {
  expect(verdictOn(figure(0.9, 1.1, 1.3), figure(0.7, 0.8, 0.95), 'at least')).toBe('same')
})

test('rounds that lie apart are a regression or a gain, by what the row aims for', () => {
  const [low, high] = [figure(0.6, 0.7, 0.8), figure(0.9, 1.1, 1.3)]
  expect(verdictOn(high, low, 'at least')).toBe('worse')
  expect(verdictOn(low, high, 'at least')).toBe('better')
  expect(verdictOn(high, low, 'at most')).toBe('better')
  expect(verdictOn(low, high, 'at most')).toBe('worse')
  expect(verdictOn(low, high, 'exactly')).toBe('worse')
})

test('a steady change of a few percent is none', () => {
  expect(verdictOn(figure(1, 1, 1), figure(0.96, 0.97, 0.98), 'at least')).toBe('same')
})
