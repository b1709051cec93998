// What became of the files of one drop, before any of them is sent.
import { z } from 'zod'
import { accountIdSchema, grantTokenSchema } from '../ids.ts'
import { problemSchema } from '../preflight.ts'

export const refusedFileSchema = z.object({ name: z.string(), problem: problemSchema }).readonly()
export type RefusedFile = z.infer<typeof refusedFileSchema>

/** What the walk of dropped folders passes over by rule. */
export const leftOutSchema = z
  .object({ hiddenCount: z.number().int(), linkCount: z.number().int() })
  .readonly()
export type LeftOut = z.infer<typeof leftOutSchema>

/** Where the same bytes are already. */
export const earlierCopySchema = z
  .discriminatedUnion('at', [
    z.object({
      at: z.literal('provider'),
      primaryId: z.string(),
      fileName: z.string(),
      uploadedAtMs: z.number(),
    }),
    /** On its way to the same account, by this drop or an earlier one. */
    z.object({ at: z.literal('queue'), fileName: z.string() }),
  ])
  .readonly()
export type EarlierCopy = z.infer<typeof earlierCopySchema>

/** Not sent; its grant is there for sending it all the same. */
export const knownFileSchema = z
  .object({ name: z.string(), grant: grantTokenSchema, earlier: earlierCopySchema })
  .readonly()
export type KnownFile = z.infer<typeof knownFileSchema>

export const accountIntakeSchema = z
  .object({
    accountId: accountIdSchema,
    acceptedCount: z.number().int(),
    /** By this account's provider. */
    refused: z.array(refusedFileSchema).readonly(),
    /** Accepted, although the provider may not take them. */
    warned: z.array(refusedFileSchema).readonly(),
    known: z.array(knownFileSchema).readonly(),
  })
  .readonly()
export type AccountIntake = z.infer<typeof accountIntakeSchema>

export const intakeResultSchema = z
  .object({
    /** For what is wrong with them on the disk: they go to no account. */
    refused: z.array(refusedFileSchema).readonly(),
    leftOut: leftOutSchema,
    /** Files that were dropped as links. */
    linkedCount: z.number().int(),
    accounts: z.array(accountIntakeSchema).readonly(),
  })
  .readonly()
export type IntakeResult = z.infer<typeof intakeResultSchema>
