// One page of a library, be it a provider’s list or the record.
import { z } from 'zod'
import { cursorSchema } from '../ids.ts'
import { libraryItemSchema } from './asset.ts'

export const libraryPageSchema = z
  .object({
    items: z.array(libraryItemSchema).readonly(),
    nextCursor: cursorSchema.nullable(),
    /** How many there are on all pages: told with the first page of the record, null where nobody knows. */
    total: z.number().int().nullable(),
  })
  .readonly()
export type LibraryPage = z.infer<typeof libraryPageSchema>
