// Tells the media type of a file from its first bytes.

type Signature = { readonly contentType: string; readonly matches: (head: Buffer) => boolean }

const SIGNATURES: readonly Signature[] = [
  { contentType: 'image/png', matches: (head) => startsWith(head, '89504e470d0a1a0a') },
  { contentType: 'image/jpeg', matches: (head) => startsWith(head, 'ffd8ff') },
  { contentType: 'video/mp4', matches: isMp4 },
  { contentType: 'video/webm', matches: isWebm },
  { contentType: 'audio/mpeg', matches: isMpegAudio },
]

/** The media type that the bytes themselves show; null if it is none that a provider here takes. */
export function sniffType(head: Buffer): string | null {
  return SIGNATURES.find((signature) => signature.matches(head))?.contentType ?? null
}

function startsWith(head: Buffer, hex: string): boolean {
  const start = Buffer.from(hex, 'hex')
  return head.subarray(0, start.length).equals(start)
}

function isMp4(head: Buffer): boolean {
  if (head.toString('latin1', 4, 8) !== 'ftyp') return false
  // The same container holds QuickTime films, M4A sound, HEIC or AVIF pictures; its brand tells them apart.
  const brand = head.toString('latin1', 8, 12)
  return /^(isom|iso\d|mp4\d|avc\d|M4V |M4VH|M4VP|dash|MSNV|mmp4|f4v |3gp\d)/.test(brand)
}

function isWebm(head: Buffer): boolean {
  return startsWith(head, '1a45dfa3') && head.subarray(0, 256).includes('webm', 0, 'latin1')
}

function isMpegAudio(head: Buffer): boolean {
  if (head.toString('latin1', 0, 3) === 'ID3') return true
  const [sync, versionAndLayer, rates] = head
  if (sync !== 0xff || versionAndLayer === undefined || rates === undefined) return false
  const version = (versionAndLayer >> 3) & 0b11
  const layer = (versionAndLayer >> 1) & 0b11
  return (
    versionAndLayer >> 5 === 0b111 &&
    version !== 0b01 &&
    // Layer 0 is how AAC frames look.
    layer !== 0b00 &&
    rates >> 4 !== 0b1111 &&
    ((rates >> 2) & 0b11) !== 0b11
  )
}
