// What narrows a library down beside words, and in which order it is shown.
import { z } from 'zod'
import { accountIdSchema } from '../ids.ts'
import { mediaKindSchema } from './file-facts.ts'

/** `expiring`: soon gone at the provider, or gone already; an asset may be ready as well. */
export const assetStateSchema = z.enum(['processing', 'ready', 'failed', 'expiring'])
export type AssetState = z.infer<typeof assetStateSchema>

export const librarySortSchema = z
  .object({ by: z.enum(['date', 'name', 'size']), direction: z.enum(['ascending', 'descending']) })
  .readonly()
export type LibrarySort = z.infer<typeof librarySortSchema>

/** The days that a view goes back to, today being one. */
export const libraryPeriodSchema = z.enum(['day', 'week', 'month'])
export type LibraryPeriod = z.infer<typeof libraryPeriodSchema>

/** What one view of the library remembers. */
export const viewFilterSchema = z
  .object({
    kind: mediaKindSchema.nullable(),
    period: libraryPeriodSchema.nullable(),
    state: assetStateSchema.nullable(),
    tag: z.string().nullable(),
    /** In All uploads alone; null: every account. */
    accountId: accountIdSchema.nullable(),
    sort: librarySortSchema,
  })
  .readonly()
export type ViewFilter = z.infer<typeof viewFilterSchema>
