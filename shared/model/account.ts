// An account as the page sees it: never its key.
import { z } from 'zod'
import { failureSchema } from '../errors.ts'
import { accountIdSchema } from '../ids.ts'
import { providerIdSchema } from '../providers/provider-id.ts'
import { ACCOUNT_COLOURS } from './account-colours.ts'

/** Where an account's requests go. `sandbox` follows the app's own server, whatever port it has today. */
export const serverSchema = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('provider') }),
    z.object({ kind: z.literal('custom'), address: z.string() }),
    z.object({ kind: z.literal('sandbox') }),
  ])
  .readonly()
export type Server = z.infer<typeof serverSchema>

/**
 * `stored`: encrypted on disk. `this-run`: no keyring, held in memory until the app ends. `missing`: must be entered.
 * `locked`: on disk, but the keyring will not open it now. `not-needed`: the sandbox.
 */
export const keyStateSchema = z.enum(['stored', 'this-run', 'missing', 'locked', 'not-needed'])
export type KeyState = z.infer<typeof keyStateSchema>

export const accountNameSchema = z.string().trim().min(1).max(80)
export const accountColourSchema = z.enum(ACCOUNT_COLOURS)

/** What the last answer, or its absence, said about the account as a whole. */
export const troubleSchema = z.enum(['key-refused', 'not-eligible', 'offline'])
export type Trouble = z.infer<typeof troubleSchema>

export const accountViewSchema = z
  .object({
    id: accountIdSchema,
    providerId: providerIdSchema,
    name: z.string(),
    server: serverSchema,
    colour: accountColourSchema,
    /** Its jobs stay queued; nothing is asked of its provider. */
    isDisabled: z.boolean(),
    keyState: keyStateSchema,
    /** null: the last call went well, or there was none yet. */
    trouble: troubleSchema.nullable(),
    /** Why the account's jobs are held, or null while they may run. */
    blockedBy: failureSchema.nullable(),
    /** What its uploads wait for: the network's return, or a service that does not work; null: neither. */
    waitsFor: z.enum(['network', 'service']).nullable(),
    /** Until when nothing is asked of its provider, which wants a pause; by the wall clock. */
    heldUntilMs: z.number().nullable(),
    /** Until when its provider's rate is used up; null while the next request goes at once or soon. */
    rateFullUntilMs: z.number().nullable(),
    createdAtMs: z.number(),
  })
  .readonly()
export type AccountView = z.infer<typeof accountViewSchema>
