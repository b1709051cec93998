// The bytes of a thumbnail: a small WebP picture, or the peaks of a sound, which take the colour of any theme.

/** Enough for a picture of 320 px at the best quality. */
export const MAX_THUMBNAIL_BYTES = 256 * 1024
export const PEAK_COUNT = 64

const PEAKS_HEAD = [0x57, 0x50, 0x4b, 0x31]
const RIFF_HEAD_BYTES = 8

export type Thumbnail =
  | { readonly kind: 'picture' }
  /** Each from 0 to 255, in the order of time. */
  | { readonly kind: 'peaks'; readonly peaks: readonly number[] }

/** null: neither, or cut off. */
export function readThumbnail(bytes: Uint8Array): Thumbnail | null {
  if (bytes.byteLength > MAX_THUMBNAIL_BYTES) return null
  if (isWebp(bytes)) return { kind: 'picture' }
  const isPeaks =
    bytes.byteLength === PEAKS_HEAD.length + PEAK_COUNT &&
    PEAKS_HEAD.every((byte, index) => bytes[index] === byte)
  return isPeaks ? { kind: 'peaks', peaks: [...bytes.subarray(PEAKS_HEAD.length)] } : null
}

/** `peaks`: `PEAK_COUNT` numbers from 0 to 255. */
export function writePeaks(peaks: readonly number[]): Uint8Array<ArrayBuffer> {
  return Uint8Array.from([...PEAKS_HEAD, ...peaks])
}

function isWebp(bytes: Uint8Array): boolean {
  if (bytes.byteLength < 16 || textAt(bytes, 0) !== 'RIFF' || textAt(bytes, 8) !== 'WEBP') return false
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return view.getUint32(4, true) + RIFF_HEAD_BYTES === bytes.byteLength
}

function textAt(bytes: Uint8Array, start: number): string {
  return String.fromCharCode(...bytes.subarray(start, start + 4))
}
