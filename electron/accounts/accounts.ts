// The accounts: what each is called, where its requests go, and the key they carry.
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { failure, WharfError } from '../../shared/errors.ts'
import { accountIdSchema, type AccountId } from '../../shared/ids.ts'
import { accountNameSchema, serverSchema, type KeyState, type Server } from '../../shared/model/account.ts'
import type { ProviderId } from '../../shared/providers/index.ts'
import { providerIdSchema } from '../../shared/providers/provider-id.ts'
import type { JsonFile } from '../platform.ts'
import type { Vault } from './vault.ts'

export const accountSchema = z
  .object({
    id: accountIdSchema,
    providerId: providerIdSchema,
    name: accountNameSchema,
    server: serverSchema,
    createdAtMs: z.number(),
  })
  .readonly()
export type Account = z.infer<typeof accountSchema>

export const accountFileSchema = z.object({ accounts: z.array(accountSchema) })
export type AccountFile = z.infer<typeof accountFileSchema>

// Any key of this form opens the sandbox; it is no secret.
const SANDBOX_KEY = 'sandbox-wharf'

export type Accounts = {
  readonly all: () => readonly Account[]
  /** Throws `account-unknown`. */
  readonly get: (id: AccountId) => Account
  readonly find: (id: AccountId) => Account | null
  readonly add: (fields: {
    providerId: ProviderId
    name: string
    server: Server
    key: string | null
  }) => Account
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
  const isSandbox = ({ server }: Account) => server.kind === 'sandbox'

  return {
    all: () => accounts,
    get,
    find,
    add: ({ key, ...fields }) => {
      const account = { ...fields, id: accountIdSchema.parse(randomUUID()), createdAtMs: nowMs() }
      save([...accounts, account])
      if (key !== null) vault.put(account.id, key)
      return account
    },
    setKey: (id, key) => {
      vault.put(get(id).id, key)
    },
    keyOf: (account) => (isSandbox(account) ? SANDBOX_KEY : vault.get(account.id)),
    keyStateOf: (account) => (isSandbox(account) ? 'not-needed' : vault.stateOf(account.id)),
    remove: (id) => {
      vault.wipe(id)
      save(accounts.filter((account) => account.id !== id))
    },
  }
}
