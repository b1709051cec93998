// Decides which account of this computer the entries of another one's go to.
import { failure, WharfError } from '../../../shared/errors.ts'
import type { AccountId } from '../../../shared/ids.ts'
import type { CallInput } from '../../../shared/ipc/contract.ts'
import { manifestOf, type ProviderId } from '../../../shared/providers/index.ts'
import type { Account, NewAccount } from '../../accounts/accounts.ts'
import { likenessOf } from '../../accounts/accounts-file.ts'
import { parseServerAddress } from '../../accounts/server-address.ts'
import type { CarriedAccount } from '../../library/transfer/carried-entry.ts'
import type { Place } from '../../library/transfer/import-record.ts'
import { recordedAccounts } from '../../library/transfer/record-batches.ts'
import type { Services } from '../services.ts'

type Choices = CallInput<'record.import'>['choices']
type Parts = Pick<Services, 'accounts' | 'database' | 'events' | 'startSandbox' | 'toAccountView'>

/** The same id, or else the same provider, server and name; also one that was removed here. null: there is none. */
export function matchAccount(
  foreign: CarriedAccount,
  present: readonly Account[],
  recorded: ReadonlyMap<AccountId, ProviderId>,
): AccountId | null {
  const id = foreign.id as AccountId
  const same = present.find((account) => account.id === id && account.providerId === foreign.providerId)
  if (same) return same.id
  if (recorded.get(id) === foreign.providerId) return id
  const { name } = foreign
  if (name === null) return null
  const likeness = likenessOf({ ...foreign, name })
  return present.find((account) => likenessOf(account) === likeness)?.id ?? null
}

/**
 * Adds the accounts that are to be new, without keys. Throws `input-invalid` for an account of another provider,
 * `address-not-allowed` for a server no key may go to; then none was added.
 */
export async function placesFor(
  foreign: readonly { readonly account: CarriedAccount }[],
  choices: Choices,
  { accounts, database, events, startSandbox, toAccountView }: Parts,
): Promise<{ readonly places: ReadonlyMap<string, Place>; readonly newAccountCount: number }> {
  const places = new Map<string, Place>()
  const added: { readonly key: string; readonly account: NewAccount }[] = []
  const recorded = recordedAccounts(database)
  const byKey = new Map(foreign.map(({ account }) => [account.id, account]))
  for (const { key, choice } of choices) {
    const account = byKey.get(key)
    if (!account) throw new WharfError(failure('input-invalid', 'not-sent'))
    const { providerId } = account
    if (choice.to === 'account') {
      const here = accounts.find(choice.accountId)?.providerId ?? recorded.get(choice.accountId)
      if (here !== providerId) throw new WharfError(failure('input-invalid', 'not-sent'))
      places.set(key, { accountId: choice.accountId, providerId })
    } else if (choice.to === 'new') added.push({ key, account: newAccount(account) })
  }
  let newAccountCount = 0
  for (const { key, account } of added) {
    const likeness = likenessOf(account)
    const present = accounts.all().find((other) => likenessOf(other) === likeness)
    if (!present && account.server.kind === 'sandbox') await startSandbox()
    const made = present ?? accounts.add({ ...account, key: null })
    if (!present) {
      newAccountCount += 1
      events.push({ type: 'account.changed', account: toAccountView(made) })
    }
    places.set(key, { accountId: made.id, providerId: made.providerId })
  }
  return { places, newAccountCount }
}

function newAccount({ providerId, name, server }: CarriedAccount): NewAccount {
  const address = server.kind === 'custom' ? parseServerAddress(server.address) : null
  const custom = address === null ? ({ kind: 'provider' } as const) : ({ kind: 'custom', address } as const)
  return {
    providerId,
    name: name ?? `${manifestOf(providerId).displayName} (imported)`,
    server: server.kind === 'custom' ? custom : server,
  }
}
