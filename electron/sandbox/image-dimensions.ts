// Reads the width with the height out of the header of a PNG or JPEG picture.

export type Dimensions = { readonly width: number; readonly height: number }

/** Pixels as stored, before any rotation; null for other files or a header that is cut off. */
export function imageDimensions(head: Buffer): Dimensions | null {
  return pngDimensions(head) ?? jpegDimensions(head)
}

function pngDimensions(head: Buffer): Dimensions | null {
  if (head.length < 24 || head.toString('latin1', 1, 4) !== 'PNG') return null
  if (head.toString('latin1', 12, 16) !== 'IHDR') return null
  return { width: head.readUInt32BE(16), height: head.readUInt32BE(20) }
}

function jpegDimensions(head: Buffer): Dimensions | null {
  if (head.length < 2 || head.readUInt16BE(0) !== 0xffd8) return null
  let at = 2
  while (at + 9 <= head.length) {
    if (head.readUInt8(at) !== 0xff) return null
    const marker = head.readUInt8(at + 1)
    if (isStartOfFrame(marker)) {
      return { height: head.readUInt16BE(at + 5), width: head.readUInt16BE(at + 7) }
    }
    // A marker may be padded with any number of 0xff.
    at += marker === 0xff ? 1 : 2 + head.readUInt16BE(at + 2)
  }
  return null
}

function isStartOfFrame(marker: number): boolean {
  const isTable = marker === 0xc4 || marker === 0xc8 || marker === 0xcc
  return marker >= 0xc0 && marker <= 0xcf && !isTable
}
