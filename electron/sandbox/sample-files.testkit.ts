// The smallest bytes that pass for a file of each type.

export function samplePng(width = 640, height = 480): Buffer {
  const header = Buffer.alloc(33)
  header.write('89504e470d0a1a0a0000000d49484452', 'hex')
  header.writeUInt32BE(width, 16)
  header.writeUInt32BE(height, 20)
  return header
}

/** With an application segment of that size in front of the frame header, as cameras write it. */
export function sampleJpeg(width = 320, height = 200, segmentBytes = 16): Buffer {
  const segment = Buffer.alloc(segmentBytes + 2)
  segment.writeUInt16BE(0xffe1, 0)
  segment.writeUInt16BE(segmentBytes, 2)
  const frame = Buffer.from('ffc0001108000000000301220002110103', 'hex')
  frame.writeUInt16BE(height, 5)
  frame.writeUInt16BE(width, 7)
  return Buffer.concat([Buffer.from('ffd8', 'hex'), segment, Buffer.from('ff', 'hex'), frame])
}

export function sampleMp4(brand = 'isom'): Buffer {
  return Buffer.from(`\x00\x00\x00\x18ftyp${brand}\x00\x00\x02\x00isomiso2`, 'latin1')
}

/** The head of a container of which WebM is one kind. */
export function sampleMatroska(): Buffer {
  return Buffer.concat([
    Buffer.from('1a45dfa39f4286810142f7810142f2810442f381084282', 'hex'),
    Buffer.from('matroska'),
  ])
}

export const sampleMp3 = Buffer.from('ID3\x03\0\0\0\0\0\x0fTIT2', 'latin1')
/** The same kind of sound without a tag in front. */
export const sampleBareMp3 = Buffer.from('fffb9064000f', 'hex')
