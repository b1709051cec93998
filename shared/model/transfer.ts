// What the page and main say to each other about a record that travels as a file.
import { z } from 'zod'
import { accountIdSchema } from '../ids.ts'
import { serverSchema } from './account.ts'
import { providerIdSchema } from '../providers/provider-id.ts'

/** One export or import, named by the page so that it can be given up. */
export const transferIdSchema = z.string().min(1).max(64).brand<'TransferId'>()
export type TransferId = z.infer<typeof transferIdSchema>

export const recordFormatSchema = z.enum(['json', 'csv'])
export type RecordFormat = z.infer<typeof recordFormatSchema>

/** Why a part of a file is no entry. `broken-off`: what follows cannot be read either. */
export const rowProblemSchema = z
  .object({
    line: z.number().int(),
    code: z.enum(['not-json', 'not-valid', 'too-long', 'too-deep', 'unknown-account', 'broken-off']),
    /** Where in the entry; null: all of it. */
    field: z.string().nullable(),
  })
  .readonly()
export type RowProblem = z.infer<typeof rowProblemSchema>

const problemsSchema = z
  .object({ count: z.number().int(), first: z.array(rowProblemSchema).readonly() })
  .readonly()
export type RowProblems = z.infer<typeof problemsSchema>

/** An account of the computer that the file comes from. */
export const foreignAccountSchema = z
  .object({
    /** Its name within the file. */
    key: z.string(),
    providerId: providerIdSchema,
    /** null: it was removed there. */
    name: z.string().nullable(),
    server: serverSchema,
    entryCount: z.number().int(),
    /** The one here that it is; null: the person chooses. */
    matchId: accountIdSchema.nullable(),
  })
  .readonly()
export type ForeignAccount = z.infer<typeof foreignAccountSchema>

export const importLookSchema = z.object({
  importId: z.string(),
  fileName: z.string(),
  entryCount: z.number().int(),
  accounts: z.array(foreignAccountSchema).readonly(),
  problems: problemsSchema,
})
export type ImportLook = z.infer<typeof importLookSchema>

/** Where the entries of a foreign account go. */
export const accountChoiceSchema = z
  .discriminatedUnion('to', [
    z.object({ to: z.literal('account'), accountId: accountIdSchema }),
    z.object({ to: z.literal('new') }),
    z.object({ to: z.literal('skip') }),
  ])
  .readonly()
export type AccountChoice = z.infer<typeof accountChoiceSchema>

/** What two computers may say differently of one asset. */
export const conflictFieldSchema = z.enum([
  'name',
  'size',
  'sha256',
  'type',
  'dimensions',
  'values',
  'note',
  'local-name',
])
export type ConflictField = z.infer<typeof conflictFieldSchema>

export const importResultSchema = z.object({
  /** The person gave it up: what was read until then stays, the rest can be imported again. */
  isStopped: z.boolean(),
  addedCount: z.number().int(),
  sameCount: z.number().int(),
  /** Known here, and now with something that was missing: a tag, a hash, a note. */
  completedCount: z.number().int(),
  conflictCount: z.number().int(),
  /** Some of the conflicts. */
  conflicts: z
    .array(
      z
        .object({
          name: z.string(),
          primaryId: z.string(),
          accountId: accountIdSchema,
          fields: z.array(conflictFieldSchema).readonly(),
        })
        .readonly(),
    )
    .readonly(),
  /** Of accounts that the person left out. */
  skippedCount: z.number().int(),
  /** Never uploaded with Wharf: their provider lists them. */
  unrecordedCount: z.number().int(),
  newAccountCount: z.number().int(),
  problems: problemsSchema,
})
export type ImportResult = z.infer<typeof importResultSchema>
