// What is known of a local file before anything is sent.
import { z } from 'zod'

export const mediaKindSchema = z.enum(['image', 'video', 'audio', 'other'])
export type MediaKind = z.infer<typeof mediaKindSchema>

export const fileFactsSchema = z
  .object({
    name: z.string(),
    sizeBytes: z.number().int().nonnegative(),
    modifiedAtMs: z.number(),
    /** null: neither the content nor the extension tells. */
    mimeType: z.string().nullable(),
  })
  .readonly()
export type FileFacts = z.infer<typeof fileFactsSchema>

export function mediaKindOf(mimeType: string | null): MediaKind {
  const family = mimeType?.split('/')[0]
  return family === 'image' || family === 'video' || family === 'audio' ? family : 'other'
}
