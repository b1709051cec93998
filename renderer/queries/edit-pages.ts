// Changes single assets in every loaded page, so that a view moves on without being loaded again.
import type { InfiniteData, QueryClient } from '@tanstack/react-query'
import type { Cursor } from '../../shared/ids.ts'
import type { LibraryPage } from '../../shared/ipc/contract.ts'
import type { LibraryItem } from '../../shared/model/asset.ts'
import { assetKey } from './asset-key.ts'
import { LIBRARY_ROOT } from './library-key.ts'
import type { LibrarySource } from './library-source.ts'

type Pages = InfiniteData<LibraryPage, Cursor | null>
type Edit = (item: LibraryItem, source: LibrarySource) => LibraryItem | null

/** The asset under this key becomes what `edit` makes of it, or disappears where that is null. */
function editAsset(client: QueryClient, key: string, edit: Edit): void {
  for (const query of client.getQueryCache().findAll({ queryKey: [LIBRARY_ROOT] })) {
    const data = query.state.data as Pages | undefined
    if (!data?.pages.some(({ items }) => items.some((item) => assetKey(item) === key))) continue
    const source = query.queryKey[1] as LibrarySource
    const pages = data.pages.map((page) => ({
      ...page,
      items: page.items.flatMap((item) => (assetKey(item) === key ? (edit(item, source) ?? []) : [item])),
    }))
    client.setQueryData<Pages>(query.queryKey, { ...data, pages }, { updatedAt: query.state.dataUpdatedAt })
  }
}

/** Where it is known from stays: a view of the record does not become one of the provider's list. */
export function replaceAsset(client: QueryClient, fresh: LibraryItem): void {
  editAsset(client, assetKey(fresh), ({ knownFrom }) => ({ ...fresh, knownFrom }))
}

export function dropAsset(client: QueryClient, item: LibraryItem): void {
  editAsset(client, assetKey(item), () => null)
}

/** What the record alone knew goes; what the provider lists stays without what the record added. */
export function dropFromRecord(client: QueryClient, item: LibraryItem): void {
  editAsset(client, assetKey(item), (shown, source) =>
    source.from === 'record' ? null : { ...shown, knownFrom: 'remote', uploadedAtMs: null, sha256: null },
  )
}
