// What a person notes on an asset, kept on this computer alone.
import { z } from 'zod'

export const MOST_TAGS = 50

export const tagSchema = z.string().trim().min(1).max(64)
const line = z.string().trim().min(1)

export const annotationSchema = z
  .object({
    /** Shown in place of every other name; null: none was given. */
    localName: line.max(255).nullable(),
    note: line.max(4000).nullable(),
    tags: z.array(tagSchema).max(MOST_TAGS).readonly(),
  })
  .readonly()
export type Annotation = z.infer<typeof annotationSchema>
