// Everything the library shows of the open view: its source, what is loaded, and what of it matches.
import { useDeferredValue, useMemo } from 'react'
import type { AccountView } from '../../../shared/model/account.ts'
import type { LibraryItem } from '../../../shared/model/asset.ts'
import { assetKey } from '../../queries/asset-key.ts'
import { librarySource, type LibrarySource } from '../../queries/library-source.ts'
import { type Library, useLibrary } from '../../queries/use-library.ts'
import { useFilterStore } from '../../stores/filter-store.ts'
import { useOpenAccount } from '../../stores/open-account.ts'
import { searchLoaded } from './local-search.ts'
import { type ContainerView, useContainerView } from './use-container-view.ts'

export type LibraryView = {
  readonly account: AccountView | null
  readonly source: LibrarySource
  /** null where the account cannot be narrowed down. */
  readonly containers: ContainerView | null
  readonly library: Library
  /** What is shown: all that is loaded, or what of it matches a search that main cannot do. */
  readonly items: readonly LibraryItem[]
  readonly keys: readonly string[]
  readonly isSearchedHere: boolean
}

export function useLibraryView(): LibraryView {
  const account = useOpenAccount()
  const search = useDeferredValue(useFilterStore((state) => state.search)).trim()
  const kind = useFilterStore((state) => state.kind)
  const containers = useContainerView(account)
  const containerId = containers?.containerId ?? null
  const source = useMemo(
    () => librarySource(account, { search, kind, containerId }),
    [account, search, kind, containerId],
  )
  const library = useLibrary(source)
  const isSearchedHere = source.from === 'provider' && search !== ''
  const items = useMemo(
    () => (isSearchedHere ? searchLoaded(library.items, search) : library.items),
    [isSearchedHere, library.items, search],
  )
  const keys = useMemo(() => items.map(assetKey), [items])
  return { account, source, containers, library, items, keys, isSearchedHere }
}
