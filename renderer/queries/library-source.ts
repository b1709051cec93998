// Where the assets of a view come from: the provider's own list, or the local record.
import type { AccountId } from '../../shared/ids.ts'
import type { AccountView } from '../../shared/model/account.ts'
import type { MediaKind } from '../../shared/model/file-facts.ts'
import { manifestOf } from '../../shared/providers/index.ts'

export type LibrarySource =
  | { readonly from: 'provider'; readonly accountId: AccountId; readonly kind: MediaKind | null }
  | {
      readonly from: 'record'
      readonly accountId: AccountId | null
      readonly kind: MediaKind | null
      readonly search: string
    }

/**
 * A provider without a list is shown from the record, which main also searches; so is a disabled account, whose
 * provider is asked for nothing.
 */
export function librarySource(
  account: Pick<AccountView, 'id' | 'providerId' | 'isDisabled'> | null,
  { search, kind }: { search: string; kind: MediaKind | null },
): LibrarySource {
  if (account !== null && !account.isDisabled && manifestOf(account.providerId).capabilities.list !== null)
    return { from: 'provider', accountId: account.id, kind }
  return { from: 'record', accountId: account?.id ?? null, kind, search }
}
