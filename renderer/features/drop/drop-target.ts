// Decides where dropped, pasted or chosen files go.
import type { AccountId } from '../../../shared/ids.ts'
import type { AccountView } from '../../../shared/model/account.ts'
import type { JobView } from '../../../shared/model/job.ts'

export type DropTarget =
  | { readonly kind: 'account'; readonly account: AccountView }
  /** There are accounts, but none that is plainly meant. */
  | { readonly kind: 'ask' }
  | { readonly kind: 'no-account' }

type Situation = {
  readonly accounts: readonly AccountView[]
  readonly open: AccountView | null
  /** The account under the pointer, if it is over one. */
  readonly overAccountId: AccountId | null
  readonly lastUsedId: AccountId | null
}

export function dropTarget({ accounts, open, overAccountId, lastUsedId }: Situation): DropTarget {
  const byId = (id: AccountId | null) => accounts.find((account) => account.id === id) ?? null
  const only = accounts.length === 1 ? (accounts[0] ?? null) : null
  const lastUsed = byId(lastUsedId)
  const account = byId(overAccountId) ?? open ?? (lastUsed?.isDisabled ? null : lastUsed) ?? only
  if (account !== null) return { kind: 'account', account }
  return accounts.length === 0 ? { kind: 'no-account' } : { kind: 'ask' }
}

/** The account that the newest job went to. */
export function lastUsedAccount(jobs: Iterable<JobView>): AccountId | null {
  let newest: JobView | null = null
  for (const job of jobs) if (newest === null || job.createdAtMs >= newest.createdAtMs) newest = job
  return newest?.accountId ?? null
}
