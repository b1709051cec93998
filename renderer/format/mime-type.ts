// Names a media type the way people do.

const COMMON: Readonly<Record<string, string>> = {
  'audio/*': 'sound files',
  'audio/mpeg': 'MP3',
  'audio/x-wav': 'WAV',
  'image/*': 'pictures',
  'image/svg+xml': 'SVG',
  'text/plain': 'plain text',
  'video/*': 'videos',
  'video/quicktime': 'QuickTime',
  'video/x-matroska': 'Matroska',
}

/** `image/png` becomes `PNG`; types without a common name stay as they are. */
export function formatMimeType(mimeType: string): string {
  const common = COMMON[mimeType]
  if (common !== undefined) return common
  const subtype = mimeType.split('/')[1] ?? ''
  return /^[a-z0-9]{2,5}$/.test(subtype) ? subtype.toUpperCase() : mimeType
}
