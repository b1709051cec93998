// Everything the library shows of the open view: its source, what is loaded, and what of it matches.
import { useDeferredValue, useMemo, useState } from 'react'
import type { AccountView } from '../../../shared/model/account.ts'
import type { LibraryItem } from '../../../shared/model/asset.ts'
import type { LibrarySort } from '../../../shared/model/library-filter.ts'
import { manifestOf } from '../../../shared/providers/index.ts'
import { assetKey } from '../../queries/asset-key.ts'
import { librarySource, type LibrarySource } from '../../queries/library-source.ts'
import { type Library, useLibrary } from '../../queries/use-library.ts'
import { useFilterStore } from '../../stores/filter-store.ts'
import { useOpenAccount } from '../../stores/open-account.ts'
import { useViewFilter } from '../../stores/view-filter.ts'
import { narrowLoaded } from './local-search.ts'
import { periodStart } from './period-start.ts'
import { type ContainerView, useContainerView } from './use-container-view.ts'

export type LibraryView = {
  readonly account: AccountView | null
  readonly source: LibrarySource
  /** null where the account cannot be narrowed down. */
  readonly containers: ContainerView | null
  readonly library: Library
  /** What is shown: all that is loaded, or what of it matches where main cannot narrow it down. */
  readonly items: readonly LibraryItem[]
  readonly keys: readonly string[]
  /** Words, filters or an order apply to what is loaded alone. */
  readonly isNarrowedHere: boolean
}

export function useLibraryView(): LibraryView {
  const account = useOpenAccount()
  const search = useDeferredValue(useFilterStore((state) => state.search)).trim()
  const { kind, period, state, tag, accountId, sort } = useViewFilter()
  const containers = useContainerView(account)
  const containerId = containers?.containerId ?? null
  const [nowMs] = useState(Date.now)
  const sinceMs = period === null ? null : periodStart(period, nowMs)
  const source = useMemo(
    () => librarySource(account, { accountId, containerId, kind, search, sinceMs, state, tag, sort }),
    [account, accountId, containerId, kind, search, sinceMs, state, tag, sort],
  )
  const library = useLibrary(source)
  const isHere = source.from === 'provider'
  const localSort = isListedOrder(sort) ? null : sort
  const isNarrowedHere =
    isHere && (search !== '' || sinceMs !== null || state !== null || tag !== null || localSort !== null)
  const alsoFoundBy = account ? `${account.name} ${manifestOf(account.providerId).displayName}` : ''
  const items = useMemo(
    () =>
      isNarrowedHere
        ? narrowLoaded(library.items, { search, sinceMs, state, tag, sort: localSort, alsoFoundBy, nowMs })
        : library.items,
    [isNarrowedHere, library.items, search, sinceMs, state, tag, localSort, alsoFoundBy, nowMs],
  )
  const keys = useMemo(
    () => (items === library.items ? library.keys : items.map(assetKey)),
    [items, library.items, library.keys],
  )
  return { account, source, containers, library, items, keys, isNarrowedHere }
}

/** Providers list the newest first. */
function isListedOrder({ by, direction }: LibrarySort): boolean {
  return by === 'date' && direction === 'descending'
}
