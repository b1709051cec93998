// Shows the reckoning behind thumbnails: sizes, peaks, frames that show nothing.
import { expect, test } from 'vitest'
import { isFlat } from './draw-frame.ts'
import { peaksOf } from './draw-peaks.ts'
import { fitWithin } from './fit-within.ts'

test.each([
  [1600, 1200, 320, 240],
  [1200, 1600, 240, 320],
  [48, 32, 48, 32],
  [10_000, 1, 320, 1],
])('%d × %d becomes %d × %d', (width, height, smallWidth, smallHeight) => {
  expect(fitWithin({ width, height })).toEqual({ width: smallWidth, height: smallHeight })
})

test('peaks follow the loudness of a sound, the loudest is full', () => {
  const samples = Float32Array.from({ length: 64_000 }, (_, at) => ((at % 2) * 2 - 1) * 0.5 * (at / 64_000))
  const peaks = peaksOf(samples)
  expect(peaks).toHaveLength(64)
  expect(peaks).toEqual(peaks.toSorted((a, b) => a - b))
  expect([peaks[0], peaks[63]]).toEqual([4, 255])
  expect(peaksOf(new Float32Array(100)).every((peak) => peak === 0)).toBe(true)
  expect(peaksOf(new Float32Array(0))).toHaveLength(64)
})

test('a frame of one colour shows nothing', () => {
  const frame = (light: (pixel: number) => number) =>
    Uint8ClampedArray.from({ length: 4 * 6400 }, (_, at) => light(Math.floor(at / 4)))
  expect(isFlat(frame(() => 0))).toBe(true)
  expect(isFlat(frame(() => 250))).toBe(true)
  expect(isFlat(frame((pixel) => (pixel % 3200 < 1600 ? 20 : 200)))).toBe(false)
})
