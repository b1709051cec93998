// Tests that a sample picture is a PNG of the size asked for.
import { crc32, inflateSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { drawPng, scenes } from './sample-pictures.mjs'

it('draws a PNG whose chunks are sound', () => {
  const [scene] = scenes
  if (scene === undefined) throw new Error('There is no scene.')
  const png = drawPng(scene, 8, 4)
  expect(png.subarray(1, 4).toString('latin1')).toBe('PNG')
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([8, 4])
  expect(png.readUInt32BE(29)).toBe(crc32(png.subarray(12, 29)))
  const dataBytes = png.readUInt32BE(33)
  expect(inflateSync(png.subarray(41, 41 + dataBytes))).toHaveLength(4 * (1 + 8 * 3))
})
