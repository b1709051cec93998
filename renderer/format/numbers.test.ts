// Tests how sizes, speeds, times and shares are written.
import { describe, expect, it } from 'vitest'
import { formatBytes } from './bytes.ts'
import { formatDuration } from './duration.ts'
import { percentOf } from './percent.ts'
import { formatSpeed } from './speed.ts'

describe('formatBytes', () => {
  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [1000, '1.0 kB'],
    [99_949, '99.9 kB'],
    [99_950, '100 kB'],
    [999_600, '1.0 MB'],
    [4_200_000, '4.2 MB'],
    [2_147_483_648, '2.1 GB'],
    [-5, '0 B'],
  ])('%d is %s', (bytes, text) => expect(formatBytes(bytes)).toBe(text))
})

describe('formatSpeed', () => {
  it('is bytes a second', () => expect(formatSpeed(4_200_000)).toBe('4.2 MB/s'))
})

describe('formatDuration', () => {
  it.each([
    [0, '1 s'],
    [11_200, '12 s'],
    [59_000, '59 s'],
    [61_000, '1 min'],
    [3_600_000, '1 h'],
    [5_400_000, '1 h 30 min'],
  ])('%d ms is %s', (durationMs, text) => expect(formatDuration(durationMs)).toBe(text))
})

describe('percentOf', () => {
  it('never says 100 before every byte is sent', () => {
    expect(percentOf(999, 1000)).toBe(99)
    expect(percentOf(1000, 1000)).toBe(100)
    expect(percentOf(1200, 1000)).toBe(100)
    expect(percentOf(0, 0)).toBe(100)
  })
})
