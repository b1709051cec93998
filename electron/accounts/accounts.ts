// The accounts: what each is called, where its requests go, and the key they carry.
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { failure, WharfError } from '../../shared/errors.ts'
import { accountIdSchema, type AccountId } from '../../shared/ids.ts'
import {
  accountColourSchema,
  accountNameSchema,
  serverSchema,
  type KeyState,
  type Server,
} from '../../shared/model/account.ts'
import { freeColour } from '../../shared/model/account-colours.ts'
import { providerIdSchema } from '../../shared/providers/provider-id.ts'
import type { JsonFile } from '../platform.ts'
import type { Vault } from './vault.ts'

export const accountSchema = z
  .object({
    id: accountIdSchema,
    providerId: providerIdSchema,
    name: accountNameSchema,
    server: serverSchema,
    // Files of the first versions have none of these three.
    colour: accountColourSchema.default('teal'),
    isDisabled: z.boolean().default(false),
    /** When its key or its server last became another; null: it has those it was added with. */
    accessSinceMs: z.number().nullable().default(null),
    createdAtMs: z.number(),
  })
  .readonly()
export type Account = z.infer<typeof accountSchema>

export const accountFileSchema = z.object({ accounts: z.array(accountSchema) })
export type AccountFile = z.infer<typeof accountFileSchema>

// Any key of this form opens the sandbox; it is no secret.
const SANDBOX_KEY = 'sandbox-wharf'

/** What is absent or undefined stays. */
export type AccountChange = {
  readonly [Name in 'name' | 'colour' | 'isDisabled']?: Account[Name] | undefined
}

export type NewAccount = Pick<Account, 'providerId' | 'name' | 'server'> &
  Partial<Pick<Account, 'colour' | 'isDisabled'>>

export type Accounts = {
  /** In the order that the person gave them. */
  readonly all: () => readonly Account[]
  /** Throws `account-unknown`. */
  readonly get: (id: AccountId) => Account
  readonly find: (id: AccountId) => Account | null
  /** Gives it a colour that few others have, unless told. */
  readonly add: (fields: NewAccount & { readonly key: string | null }) => Account
  readonly change: (id: AccountId, change: AccountChange) => void
  /** The old key is wiped before the address changes: it must never go to the new one. */
  readonly move: (id: AccountId, server: Server, key: string) => void
  /** Those that are not named come last, in their old order. */
  readonly reorder: (ids: readonly AccountId[]) => void
  readonly setKey: (id: AccountId, key: string) => void
  /** The key for the account's requests, or null when it must be entered. */
  readonly keyOf: (account: Account) => string | null
  readonly keyStateOf: (account: Account) => KeyState
  /** Wipes the key first, so that no failure can leave one without its account. */
  readonly remove: (id: AccountId) => void
}

export function createAccounts(file: JsonFile<AccountFile>, vault: Vault, nowMs: () => number): Accounts {
  let accounts = file.read().accounts
  const save = (next: Account[]) => {
    file.write({ accounts: next })
    accounts = next
  }
  const find = (id: AccountId) => accounts.find((account) => account.id === id) ?? null
  const get = (id: AccountId) => {
    const account = find(id)
    if (!account) throw new WharfError(failure('account-unknown', 'not-sent'))
    return account
  }
  const replace = (account: Account) => {
    save(accounts.map((old) => (old.id === account.id ? account : old)))
  }
  const isSandbox = ({ server }: Account) => server.kind === 'sandbox'

  return {
    all: () => accounts,
    get,
    find,
    add: ({ key, colour, isDisabled = false, ...fields }) => {
      const account: Account = {
        ...fields,
        colour: colour ?? freeColour(accounts.map((other) => other.colour)),
        isDisabled,
        accessSinceMs: null,
        id: accountIdSchema.parse(randomUUID()),
        createdAtMs: nowMs(),
      }
      save([...accounts, account])
      if (key !== null) vault.put(account.id, key)
      return account
    },
    change: (id, { name, colour, isDisabled }) => {
      const old = get(id)
      replace({
        ...old,
        name: name ?? old.name,
        colour: colour ?? old.colour,
        isDisabled: isDisabled ?? old.isDisabled,
      })
    },
    move: (id, server, key) => {
      const old = get(id)
      vault.wipe(id)
      replace({ ...old, server, accessSinceMs: nowMs() })
      vault.put(id, key)
    },
    reorder: (ids) => {
      const place = new Map(ids.map((id, index) => [id, index]))
      const placeOf = ({ id }: Account) => place.get(id) ?? ids.length
      save([...accounts].sort((a, b) => placeOf(a) - placeOf(b)))
    },
    setKey: (id, key) => {
      const old = get(id)
      // First, so that no crash can leave a new key that passes for the old one.
      if (vault.get(id) !== key) replace({ ...old, accessSinceMs: nowMs() })
      vault.put(id, key)
    },
    keyOf: (account) => (isSandbox(account) ? SANDBOX_KEY : vault.get(account.id)),
    keyStateOf: (account) => (isSandbox(account) ? 'not-needed' : vault.stateOf(account.id)),
    remove: (id) => {
      vault.wipe(id)
      save(accounts.filter((account) => account.id !== id))
    },
  }
}
