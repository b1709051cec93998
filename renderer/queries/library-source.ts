// Where the assets of a view come from: the provider's own list, or the local record.
import type { AccountId } from '../../shared/ids.ts'
import type { AccountView } from '../../shared/model/account.ts'
import type { MediaKind } from '../../shared/model/file-facts.ts'
import type { AssetState, LibrarySort } from '../../shared/model/library-filter.ts'
import { manifestOf } from '../../shared/providers/index.ts'

export type LibrarySource =
  | {
      readonly from: 'provider'
      readonly accountId: AccountId
      /** null: the whole account. */
      readonly containerId: string | null
      readonly kind: MediaKind | null
    }
  | (RecordFilter & { readonly from: 'record' })

export type RecordFilter = {
  readonly accountId: AccountId | null
  readonly containerId: string | null
  readonly kind: MediaKind | null
  readonly search: string
  readonly sinceMs: number | null
  readonly state: AssetState | null
  readonly tag: string | null
  readonly sort: LibrarySort
}

/**
 * A provider without a list is shown from the record, which main also searches; so is one that lists a container at a
 * time while none is chosen, or a disabled account, whose provider is asked for nothing. The account of the filter
 * counts where no account is open.
 */
export function librarySource(
  account: Pick<AccountView, 'id' | 'providerId' | 'isDisabled'> | null,
  { containerId, kind, ...filter }: RecordFilter,
): LibrarySource {
  if (account !== null && !account.isDisabled) {
    const { list } = manifestOf(account.providerId).capabilities
    if (list?.scope === 'account' || (list?.scope === 'container' && containerId !== null))
      return { from: 'provider', accountId: account.id, containerId, kind }
  }
  return { ...filter, from: 'record', accountId: account?.id ?? filter.accountId, containerId: null, kind }
}
