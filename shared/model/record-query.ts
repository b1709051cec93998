// What the record is asked for.
import { z } from 'zod'
import { accountIdSchema } from '../ids.ts'
import { tagSchema } from './annotation.ts'
import { mediaKindSchema } from './file-facts.ts'
import { assetStateSchema, librarySortSchema } from './library-filter.ts'

/** Every word must begin one of those that the record knows of an asset. */
export const recordQuerySchema = z.object({
  search: z.string().max(200),
  kind: mediaKindSchema.nullable(),
  accountId: accountIdSchema.nullable(),
  containerId: z.string().min(1).max(512).nullable().default(null),
  /** Uploaded then or later. */
  sinceMs: z.number().nullable().default(null),
  state: assetStateSchema.nullable().default(null),
  tag: tagSchema.nullable().default(null),
  sort: librarySortSchema.default({ by: 'date', direction: 'descending' }),
})
export type RecordQueryInput = z.infer<typeof recordQuerySchema>
