// Changes single assets in every loaded page, so that a view moves on without being loaded again.
import type { InfiniteData, QueryClient } from '@tanstack/react-query'
import type { Cursor } from '../../shared/ids.ts'
import type { LibraryPage } from '../../shared/model/library-page.ts'
import type { Annotation } from '../../shared/model/annotation.ts'
import type { LibraryItem } from '../../shared/model/asset.ts'
import type { Measure } from '../../shared/model/measure.ts'
import { assetKey } from './asset-key.ts'
import { LIBRARY_ROOT } from './library-key.ts'
import type { LibrarySource } from './library-source.ts'

type Pages = InfiniteData<LibraryPage, Cursor | null>
type Edit = (item: LibraryItem, source: LibrarySource) => LibraryItem | null

/** The assets under these keys become what `edit` makes of them, or disappear where that is null. */
function editAssets(client: QueryClient, keys: ReadonlySet<string>, edit: Edit): void {
  for (const query of client.getQueryCache().findAll({ queryKey: [LIBRARY_ROOT] })) {
    const data = query.state.data as Pages | undefined
    if (!data?.pages.some(({ items }) => items.some((item) => keys.has(assetKey(item))))) continue
    const source = query.queryKey[1] as LibrarySource
    const pages = data.pages.map((page) => ({
      ...page,
      items: page.items.flatMap((item) => (keys.has(assetKey(item)) ? (edit(item, source) ?? []) : [item])),
    }))
    client.setQueryData<Pages>(query.queryKey, { ...data, pages }, { updatedAt: query.state.dataUpdatedAt })
  }
}

/** Where it is known from stays: a view of the record does not become one of the provider's list. */
export function replaceAsset(client: QueryClient, fresh: LibraryItem): void {
  editAssets(client, new Set([assetKey(fresh)]), ({ knownFrom }) => ({ ...fresh, knownFrom }))
}

export function dropAsset(client: QueryClient, item: LibraryItem): void {
  editAssets(client, new Set([assetKey(item)]), () => null)
}

/** What the record alone knew goes; what the provider lists stays without what the record added. */
export function dropFromRecord(client: QueryClient, item: LibraryItem): void {
  editAssets(client, new Set([assetKey(item)]), (shown, source) =>
    source.from === 'record' ? null : { ...shown, knownFrom: 'remote', uploadedAtMs: null, sha256: null },
  )
}

/** What nobody told of these assets is what was measured; by their keys. */
export function fillMeasures(client: QueryClient, measures: ReadonlyMap<string, Measure>): void {
  editAssets(client, new Set(measures.keys()), (item) => {
    const measure = measures.get(assetKey(item))
    if (!measure) return item
    const { width, height, durationMs } = item
    return {
      ...item,
      ...(width === null || height === null ? { width: measure.width, height: measure.height } : {}),
      durationMs: durationMs ?? measure.durationMs,
    }
  })
}

/** It is called what the person calls it, wherever it is shown. */
export function noteOnAsset(client: QueryClient, key: string, annotation: Annotation): void {
  editAssets(client, new Set([key]), (item) => ({
    ...item,
    ...annotation,
    name: annotation.localName ?? item.fileName ?? item.providerName,
  }))
}
