// Reads the Range header of a media request.

export type ByteRange = { readonly start: number; readonly end: number }

/**
 * The one range asked for, both ends included and within the file; null: the whole file (no header, or one that is
 * not a single byte range); `unsatisfiable`: it begins past the end.
 */
export function parseByteRange(header: string | null, sizeBytes: number): ByteRange | null | 'unsatisfiable' {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '')
  if (!match) return null
  const [, from = '', to = ''] = match
  if (from === '' && to === '') return null
  const start = from === '' ? Math.max(0, sizeBytes - Number(to)) : Number(from)
  const end = from === '' || to === '' ? sizeBytes - 1 : Math.min(Number(to), sizeBytes - 1)
  return start >= sizeBytes || start > end ? 'unsatisfiable' : { start, end }
}
