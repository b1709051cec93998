// Finds a file's media type: by its content first, by its extension where the content does not tell.
import { fileTypeFromBuffer } from 'file-type'
import mime from 'mime'

/** Content types that file-type names in more detail than providers do. */
const PLAIN_NAMES: Readonly<Record<string, string>> = {
  'image/apng': 'image/png',
  'video/x-m4v': 'video/mp4',
  'video/matroska': 'video/x-matroska',
}

/** Containers of many formats: among those that may be inside, the extension tells. */
const CONTAINED: Readonly<Record<string, RegExp>> = {
  'application/zip': /openxmlformats|opendocument|epub/,
  'application/x-cfb': /msword|ms-excel|ms-powerpoint/,
  'application/xml': /\+xml$/,
}

/** @param head the first bytes of the file. null: neither tells. A file whose content says otherwise than its extension is what its content says. */
export async function sniffType(head: Buffer, name: string): Promise<string | null> {
  const found = await fileTypeFromBuffer(head)
  const byExtension = mime.getType(name)
  if (found && byExtension && CONTAINED[found.mime]?.test(byExtension)) return byExtension
  if (found) return PLAIN_NAMES[found.mime] ?? found.mime
  // A known binary format without its signature is damaged or mislabelled: the extension must not vouch for it.
  return byExtension && SIGNED.test(byExtension) ? null : byExtension
}

const SIGNED = /^(image\/(jpeg|png|gif|webp|avif|heic)|video\/(mp4|webm|quicktime)|audio\/(wav|ogg|flac))$/
