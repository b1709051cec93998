// Reads a picture or sound whole, so that the page can decode it away from what it shows.
import { openFile } from '../files/open-file.ts'
import { fetchMedia, MAX_PICTURE_BYTES, type Media } from '../http/fetch-media.ts'
import type { PreviewSource } from './preview-source.ts'

/** null: none that can be read now, or one that is too large to be held in memory. */
export async function readMedia(source: PreviewSource | null): Promise<Media | null> {
  if (!source || source.kind === 'nothing') return null
  if (source.kind === 'url') return fetchMedia(source.address)
  const opened = await openFile(source.path).catch(() => null)
  if (!opened) return null
  try {
    if (opened.sizeBytes > MAX_PICTURE_BYTES) return null
    return { mimeType: source.mimeType, bytes: new Uint8Array(await opened.handle.readFile()) }
  } catch {
    return null
  } finally {
    await opened.handle.close()
  }
}
