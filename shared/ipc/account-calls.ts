// Calls about accounts, one by one or as a list.
import { z } from 'zod'
import { accountIdSchema } from '../ids.ts'
import { accountColourSchema, accountNameSchema, accountViewSchema } from '../model/account.ts'
import { providerIdSchema } from '../providers/provider-id.ts'
import { nothing, type Calls } from './call-parts.ts'

const apiKeySchema = z.string().trim().min(1).max(4096)
/**
 * null: the key that the environment holds for the provider, which goes to the provider's own address or to this
 * computer; fails with `key-missing` elsewhere, or where there is none.
 */
const chosenKeySchema = apiKeySchema.nullable()

/** Empty or null means the provider's own address. */
const serverAddressSchema = z.string().trim().max(2048).nullable()

export const accountCalls = {
  'accounts.add': {
    input: z.object({
      providerId: providerIdSchema,
      name: accountNameSchema,
      apiKey: chosenKeySchema,
      serverAddress: serverAddressSchema,
    }),
    output: accountViewSchema,
  },
  'accounts.addSandbox': { input: z.object({ providerId: providerIdSchema }), output: accountViewSchema },
  /** Asks the provider whether the key works, with the cheapest documented request; fails with the reason. */
  'accounts.test': {
    input: z.object({
      providerId: providerIdSchema,
      apiKey: chosenKeySchema,
      serverAddress: serverAddressSchema,
    }),
    output: nothing,
  },
  'accounts.setKey': {
    input: z.object({ accountId: accountIdSchema, apiKey: apiKeySchema }),
    output: accountViewSchema,
  },
  /**
   * What is absent stays. A key belongs to the address it was entered for: another address without a key fails with
   * `key-missing`. An account that is disabled lets its running uploads end; the others stay queued.
   */
  'accounts.update': {
    input: z.object({
      accountId: accountIdSchema,
      name: accountNameSchema.optional(),
      colour: accountColourSchema.optional(),
      isDisabled: z.boolean().optional(),
      serverAddress: serverAddressSchema.optional(),
      apiKey: apiKeySchema.optional(),
    }),
    output: accountViewSchema,
  },
  /** Accounts that are not named come last. */
  'accounts.reorder': {
    input: z.object({ accountIds: z.array(accountIdSchema).max(10_000).readonly() }),
    output: nothing,
  },
  /** Lets the account's jobs run again after something held them that no key can mend. */
  'accounts.resume': { input: z.object({ accountId: accountIdSchema }), output: accountViewSchema },
  /** Ends the account's jobs and wipes its key; the record of its assets stays. */
  'accounts.remove': { input: z.object({ accountId: accountIdSchema }), output: nothing },
  /** Asks where to, then writes all accounts without their keys; null: the person changed their mind. */
  'accounts.export': {
    input: nothing,
    output: z.object({ fileName: z.string(), count: z.number().int() }).nullable(),
  },
  /** Adds the accounts of a chosen file; `skipped` names those that are here already. null as above. */
  'accounts.import': {
    input: nothing,
    output: z
      .object({
        addedCount: z.number().int(),
        /** Of those added: the rest are the sandbox's. */
        needKeyCount: z.number().int(),
        /** The names of those that were here already. */
        skipped: z.array(z.string()).readonly(),
      })
      .nullable(),
  },
} as const satisfies Calls
