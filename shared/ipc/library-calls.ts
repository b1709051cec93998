// Calls about what is in a library or the record.
import { z } from 'zod'
import { accountIdSchema, cursorSchema } from '../ids.ts'
import { libraryItemSchema } from '../model/asset.ts'
import { copyFormatIdSchema } from '../model/copy-template.ts'
import { mediaKindSchema } from '../model/file-facts.ts'
import { libraryPageSchema } from '../model/library-page.ts'
import { recordQuerySchema } from '../model/record-query.ts'
import { assetRef, nothing, type Calls } from './call-parts.ts'

const containerIdSchema = z.string().min(1).max(512)

export const libraryCalls = {
  /** Where a provider lists per container, null shows what was uploaded from here instead. */
  'library.page': {
    input: z.object({
      accountId: accountIdSchema,
      containerId: containerIdSchema.nullable(),
      kind: mediaKindSchema.nullable(),
      cursor: cursorSchema.nullable(),
    }),
    output: libraryPageSchema,
  },
  /** The local record across accounts; every word must begin one of name, IDs, tags, note, account, provider or type. */
  'library.record': {
    input: recordQuerySchema.extend({
      /** Of the same sort; fails with `input-invalid` otherwise. */
      cursor: cursorSchema.nullable(),
    }),
    output: libraryPageSchema,
  },
  /** The account's folders, projects or groups. */
  'library.containers': {
    input: z.object({ accountId: accountIdSchema }),
    output: z.object({
      containers: z.array(z.object({ id: z.string(), name: z.string() }).readonly()).readonly(),
    }),
  },
  /** Every tag in use, by name. */
  'library.tags': {
    input: nothing,
    output: z.object({
      tags: z.array(z.object({ tag: z.string(), count: z.number().int() }).readonly()).readonly(),
    }),
  },
  /** What the record knows of these, in their order; others are missing from the answer. */
  'library.recorded': {
    input: z.object({ assets: z.array(assetRef).max(10_000).readonly() }),
    output: z.object({ items: z.array(libraryItemSchema).readonly() }),
  },
  /**
   * Puts all that the record finds into the clipboard, in its order, in a form of Wharf's or of the person's own: far
   * more than a page holds. `too-long`: more than the clipboard takes, so it holds what it held.
   */
  'library.copyRecord': {
    input: z.object({
      query: recordQuerySchema,
      form: z.union([
        z.object({ format: copyFormatIdSchema }).strict(),
        z.object({ templateId: z.string() }).strict(),
      ]),
    }),
    output: z.object({
      outcome: z.enum(['copied', 'too-long', 'nothing']),
      writtenCount: z.number().int(),
      leftOutCount: z.number().int(),
    }),
  },
} as const satisfies Calls
