// Checks that bytes, not names, decide what a file is.
import { expect, test } from 'vitest'
import {
  sampleBareMp3,
  sampleJpeg,
  sampleMatroska,
  sampleMp3,
  sampleMp4,
  samplePng,
} from './sample-files.testkit.ts'
import { sampleClip, sampleTone } from './sample-media.testkit.ts'
import { sniffType } from './sniff-type.ts'

test.each([
  ['image/png', samplePng()],
  ['image/jpeg', sampleJpeg()],
  ['video/mp4', sampleMp4()],
  ['video/mp4', sampleMp4('mp42')],
  ['video/webm', sampleClip()],
  ['audio/mpeg', sampleMp3],
  ['audio/mpeg', sampleTone()],
  ['audio/mpeg', sampleBareMp3],
])('%s is recognised', (contentType, bytes) => {
  expect(sniffType(bytes)).toBe(contentType)
})

test.each([
  ['nothing', Buffer.alloc(0)],
  ['half a PNG signature', samplePng().subarray(0, 7)],
  ['a QuickTime film', sampleMp4('qt  ')],
  ['M4A sound', sampleMp4('M4A ')],
  ['an AVIF picture', sampleMp4('avif')],
  ['a Matroska film', sampleMatroska()],
  ['an AAC stream', Buffer.from('fff15080', 'hex')],
  ['a GIF', Buffer.from('GIF89a')],
  ['a WAV', Buffer.from('RIFF\0\0\0\0WAVE')],
  ['text', Buffer.from('<html>')],
])('%s is none of the accepted types', (_what, bytes) => {
  expect(sniffType(bytes)).toBeNull()
})
