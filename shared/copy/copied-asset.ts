// What is known of an asset that is to be copied: the asset with the account it lies in.
import type { AccountView, Server } from '../model/account.ts'
import type { LibraryItem } from '../model/asset.ts'

export type CopiedAsset = {
  readonly item: LibraryItem
  /** null: the account was removed from Wharf. */
  readonly account: { readonly name: string; readonly server: Server } | null
}

/** Looks the account up among those there are. */
export function copiedAsset(
  item: LibraryItem,
  accounts: readonly Pick<AccountView, 'id' | 'name' | 'server'>[],
): CopiedAsset {
  return { item, account: accounts.find(({ id }) => id === item.accountId) ?? null }
}
