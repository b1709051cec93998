// Shows that content decides a file's type before its extension does.
import fc from 'fast-check'
import { open } from 'node:fs/promises'
import { crc32 } from 'node:zlib'
import { expect, test } from 'vitest'
import {
  sampleBareMp3,
  sampleJpeg,
  sampleMp3,
  sampleMp4,
  samplePng,
} from '../sandbox/sample-files.testkit.ts'
import { temporaryFolder } from '../sandbox/sandbox.testkit.ts'
import { readHead } from './read-head.ts'
import { sampleFile } from './sample-file.testkit.ts'
import { sniffType } from './sniff-type.ts'

async function typeOf(content: Buffer, name: string, folder?: string) {
  const { path } = await sampleFile(content, folder === undefined ? {} : { folder })
  const handle = await open(path)
  try {
    return await sniffType((await readHead(handle)).bytes, name)
  } finally {
    await handle.close()
  }
}

/** A picture whose colour profile is longer than the part of the file that is looked at. */
function pngWithProfile(): Buffer {
  const whole = samplePng()
  const ihdr = whole.subarray(8, 29)
  const checksum = Buffer.alloc(4)
  checksum.writeUInt32BE(crc32(ihdr.subarray(4)))
  const profile = Buffer.alloc(20_008)
  profile.writeUInt32BE(20_000)
  profile.write('iCCP', 4)
  return Buffer.concat([whole.subarray(0, 29), checksum, profile])
}

function webm(docType: string): Buffer {
  const name = Buffer.from(docType)
  const fields = Buffer.concat([Buffer.from('42868101428281', 'hex').fill(0x80 + name.byteLength, 6), name])
  return Buffer.concat([Buffer.from([0x1a, 0x45, 0xdf, 0xa3, 0x80 + fields.byteLength]), fields])
}

const id3 = (tagBytes: number) =>
  Buffer.concat([
    Buffer.from('ID3\x03\0\0', 'latin1'),
    Buffer.from([tagBytes >> 21, tagBytes >> 14, tagBytes >> 7, tagBytes].map((byte) => byte & 0x7f)),
    Buffer.alloc(tagBytes),
    sampleBareMp3,
  ])

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const zipHead = Buffer.concat([Buffer.from('504b0304', 'hex'), Buffer.alloc(1000)])
const compoundFile = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1000)])

test.each<[string, Buffer, string, string | null]>([
  ['a PNG by its own name', samplePng(), 'a.png', 'image/png'],
  ['a PNG named as a film', samplePng(), 'a.mp4', 'image/png'],
  ['a PNG without an extension', samplePng(), 'picture', 'image/png'],
  ['a PNG with a long colour profile', pngWithProfile(), 'a.png', 'image/png'],
  ['a JPEG', sampleJpeg(), 'a.jpg', 'image/jpeg'],
  ['a JPEG with a large segment', sampleJpeg(10, 10, 30_000), 'a.jpeg', 'image/jpeg'],
  ['an MP4', sampleMp4(), 'a.mp4', 'video/mp4'],
  ['an MP4 from a phone', sampleMp4('mp42'), 'a.m4v', 'video/mp4'],
  ['an iTunes film', sampleMp4('M4V '), 'a.m4v', 'video/mp4'],
  ['a QuickTime film named as an MP4', sampleMp4('qt  '), 'a.mp4', 'video/quicktime'],
  ['a WebM', webm('webm'), 'a.webm', 'video/webm'],
  ['a Matroska film named as a WebM', webm('matroska'), 'a.webm', 'video/x-matroska'],
  ['an MP3 with a tag', sampleMp3, 'a.mp3', 'audio/mpeg'],
  ['an MP3 with a cover picture', id3(200_000), 'a.mp3', 'audio/mpeg'],
  ['an MP3 without a tag', sampleBareMp3, 'a.mp3', 'audio/mpeg'],
  ['text named as a picture', Buffer.from('hello'), 'a.png', null],
  ['text named as a film', Buffer.from('hello'), 'a.mp4', null],
  ['nothing named as a picture', Buffer.alloc(0), 'a.jpg', null],
  ['text', Buffer.from('hello'), 'a.txt', 'text/plain'],
  ['a Word document of the older kind', compoundFile, 'a.doc', 'application/msword'],
  ['a Word document cut short of its contents', zipHead, 'a.docx', DOCX],
  ['a ZIP named as a text', zipHead, 'a.txt', 'application/zip'],
  ['a ZIP named as a picture', zipHead, 'a.png', 'application/zip'],
  ['a drawing with an XML declaration', Buffer.from('<?xml version="1.0"?><svg/>'), 'a.svg', 'image/svg+xml'],
  ['an XML file', Buffer.from('<?xml version="1.0"?><a/>'), 'a.xml', 'application/xml'],
  ['an XML file named as a film', Buffer.from('<?xml version="1.0"?><a/>'), 'a.mp4', 'application/xml'],
  ['who knows', Buffer.from('hello'), 'a.unheard-of', null],
  ['no name, no content', Buffer.alloc(0), '', null],
])('%s', async (_, content, name, expected) => {
  expect(await typeOf(content, name)).toBe(expected)
})

test('no content can make it fail', async () => {
  const folder = await temporaryFolder()
  const heads = [samplePng(), sampleJpeg(), sampleMp4(), webm('webm'), sampleMp3, Buffer.from('PK\x03\x04')]
  const damaged = fc.tuple(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 300 }), fc.nat(40))
  await fc.assert(
    fc.asyncProperty(damaged, async ([head, tail, cut]) => {
      const content = Buffer.concat([head.subarray(0, head.byteLength - cut), tail])
      const found = await typeOf(content, 'a.bin', folder)
      expect(found === null || found.includes('/')).toBe(true)
    }),
    { numRuns: 300 },
  )
})
