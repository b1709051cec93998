// Calls about the record as a file.
import { z } from 'zod'
import { libraryItemSchema } from '../model/asset.ts'
import { recordQuerySchema } from '../model/record-query.ts'
import {
  accountChoiceSchema,
  importLookSchema,
  importResultSchema,
  recordFormatSchema,
  transferIdSchema,
} from '../model/transfer.ts'
import { nothing, type Calls } from './call-parts.ts'

export const transferCalls = {
  /**
   * Asks where to, then writes entries into a file; null: the person changed their mind. `items`: what is not in the
   * record among them goes as it is given here. Fails with `cancelled` when it is given up.
   */
  'record.export': {
    input: z.object({
      transferId: transferIdSchema,
      format: recordFormatSchema,
      scope: z.discriminatedUnion('of', [
        z.object({ of: z.literal('record') }),
        z.object({ of: z.literal('query'), query: recordQuerySchema }),
        z.object({ of: z.literal('items'), items: z.array(libraryItemSchema).max(100_000).readonly() }),
      ]),
    }),
    output: z
      .object({ fileName: z.string(), count: z.number().int(), sizeBytes: z.number().int() })
      .nullable(),
  },
  /** Asks for a file and looks through all of it; nothing is taken over yet. null as above. */
  'record.inspect': {
    input: z.object({ transferId: transferIdSchema }),
    output: importLookSchema.nullable(),
  },
  /**
   * Takes over what is in the file; the same again changes nothing more. An account without a choice is left out; one
   * that is to be new and is there by now is taken. Given up, it answers with what was done until then.
   */
  'record.import': {
    input: z.object({
      transferId: transferIdSchema,
      importId: z.string().max(64),
      choices: z
        .array(z.object({ key: z.string().max(1024), choice: accountChoiceSchema }))
        .max(10_000)
        .readonly(),
      /** Whose word stands where both say something else of an asset. */
      preference: z.enum(['mine', 'theirs']),
    }),
    output: importResultSchema,
  },
  /** Nothing happens where it is over already. */
  'transfers.giveUp': { input: z.object({ transferId: transferIdSchema }), output: nothing },
} as const satisfies Calls
