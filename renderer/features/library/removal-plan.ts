// Decides what becomes of assets that a person wants gone: deleted at their provider, or forgotten here.
import type { AccountView } from '../../../shared/model/account.ts'
import type { LibraryItem } from '../../../shared/model/asset.ts'
import { manifestOf } from '../../../shared/providers/index.ts'

export type RemovalPlan = {
  readonly deleted: readonly LibraryItem[]
  /** Only out of the record. */
  readonly forgotten: readonly LibraryItem[]
}

/** Whether the asset's provider can be told to delete it: not when its account is gone or disabled. */
export function canDelete(item: LibraryItem, accounts: readonly AccountView[]): boolean {
  const account = accounts.find(({ id }) => id === item.accountId)
  return account !== undefined && !account.isDisabled && manifestOf(item.providerId).capabilities.remove
}

export function canForget({ knownFrom }: LibraryItem): boolean {
  return knownFrom !== 'remote'
}

/** `delete` falls back to forgetting where a provider deletes nothing. */
export function planRemoval(
  items: readonly LibraryItem[],
  how: 'delete' | 'forget',
  accounts: readonly AccountView[],
): RemovalPlan {
  const deleted = how === 'delete' ? items.filter((item) => canDelete(item, accounts)) : []
  const forgotten = items.filter((item) => !deleted.includes(item) && canForget(item))
  return { deleted, forgotten }
}

/** Where the keyboard goes on: the first asset after the removed ones, else the last before them. */
export function neighbourOf(keys: readonly string[], removed: ReadonlySet<string>): string | null {
  const first = keys.findIndex((key) => removed.has(key))
  const after = keys.slice(Math.max(0, first)).find((key) => !removed.has(key))
  return after ?? keys.slice(0, Math.max(0, first)).findLast((key) => !removed.has(key)) ?? null
}
