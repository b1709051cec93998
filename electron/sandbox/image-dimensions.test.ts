// Checks the pixel sizes read from picture headers.
import { expect, test } from 'vitest'
import { imageDimensions } from './image-dimensions.ts'
import { sampleJpeg, sampleMp4, samplePng } from './sample-files.testkit.ts'

test('a PNG says its size in its first chunk', () => {
  expect(imageDimensions(samplePng(1920, 1080))).toEqual({ width: 1920, height: 1080 })
})

test('a JPEG says its size behind its application segments', () => {
  expect(imageDimensions(sampleJpeg(4032, 3024, 60_000))).toEqual({ width: 4032, height: 3024 })
})

test('tables before the frame header are not taken for it', () => {
  const jpeg = sampleJpeg(30, 20)
  const huffmanTable = Buffer.from('ffc4000411ff', 'hex')
  const withTable = Buffer.concat([jpeg.subarray(0, 2), huffmanTable, jpeg.subarray(2)])
  expect(imageDimensions(withTable)).toEqual({ width: 30, height: 20 })
})

test.each([
  ['a film', sampleMp4()],
  ['a PNG cut short', samplePng().subarray(0, 20)],
  ['a JPEG cut short', sampleJpeg().subarray(0, 22)],
  ['a JPEG with rubbish between its segments', Buffer.from('ffd8001122334455667788990011', 'hex')],
  ['nothing', Buffer.alloc(0)],
])('%s has no size to tell', (_what, bytes) => {
  expect(imageDimensions(bytes)).toBeNull()
})
