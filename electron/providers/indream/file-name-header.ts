// Writes a file's name so that it can stand in an HTTP header.

const LONGEST = 512
const FALLBACK = 'upload'

/**
 * For Indream's `x-file-name`, which must be there with 1 to 512 characters. Nothing says how the server reads other
 * characters than printable ASCII, and neither of Indream's clients encodes them: so such a name is spelt in ASCII,
 * its extension kept, while the original stays known here.
 */
export function fileNameHeader(name: string): string {
  const ascii = asciiSpelling(name).trim()
  const extension = /\.[A-Za-z0-9]{1,32}$/.exec(ascii)?.[0] ?? ''
  const stem = ascii.slice(0, ascii.length - extension.length)
  // What was all of another script is underscores by now, and says nothing; a name typed so stays as it is.
  const isTelling = /[A-Za-z0-9]/.test(stem) || (ascii === name.trim() && ascii !== '')
  return ((isTelling ? stem : FALLBACK).slice(0, LONGEST - extension.length) + extension).trim()
}

/** Printable ASCII comes back as it is. */
function asciiSpelling(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^\x20-\x7e]+/gu, '_')
}
