// What is there: the assets of the open view, beside the details of the selected one.
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef } from 'react'
import { reloadLibrary } from '../../queries/refresh-library.ts'
import { useAccountsStore } from '../../stores/accounts-store.ts'
import { useAppStore } from '../../stores/app-store.ts'
import { useFilterStore } from '../../stores/filter-store.ts'
import { useSelectionStore } from '../../stores/selection-store.ts'
import { filterCount, useViewFilter } from '../../stores/view-filter.ts'
import { en } from '../../i18n/en.ts'
import { AssetGrid } from './asset-grid.tsx'
import { ContainersProblem } from './containers-problem.tsx'
import { DetailsPane } from './details-pane.tsx'
import { DisabledNote } from './disabled-note.tsx'
import { FilterChips } from './filter-chips.tsx'
import { LibraryEmpty } from './library-empty.tsx'
import { LibraryFoot } from './library-foot.tsx'
import { LibraryPreview } from './library-preview.tsx'
import { LibrarySkeleton } from './library-skeleton.tsx'
import { LibraryToolbar } from './library-toolbar.tsx'
import { openExport } from './open-export.ts'
import { OptionsLine } from './options-line.tsx'
import { RefreshProblem } from './refresh-problem.tsx'
import { RemovalDialog } from './removal-dialog.tsx'
import { SelectionBar } from './selection-bar.tsx'
import { useDetails } from './use-details.ts'
import { useLibraryShortcuts } from './use-library-shortcuts.ts'
import { useLibraryView } from './use-library-view.ts'

export function Library({ onChooseFiles }: { readonly onChooseFiles: () => void }) {
  const client = useQueryClient()
  const searchRef = useRef<HTMLInputElement>(null)
  const libraryView = useLibraryView()
  const { account, source, containers, library, items, keys, isNarrowedHere } = libraryView
  const view = useAppStore((state) => state.settings.view)
  const details = useDetails()
  const accounts = useAccountsStore((state) => state.accounts)
  const selectedKeys = useSelectionStore((state) => state.selected)
  const hasWords = useFilterStore((state) => state.search.trim() !== '')
  const isFiltered = filterCount(useViewFilter()) > 0 || hasWords
  const selected =
    selectedKeys.size === 0 ? [] : items.filter((_, index) => selectedKeys.has(keys[index] ?? ''))

  const refresh = useCallback(() => void reloadLibrary(client, source), [client, source])
  const { loadMore } = library
  const loadByScroll = useCallback(() => {
    if (!isNarrowedHere) loadMore()
  }, [isNarrowedHere, loadMore])
  useLibraryShortcuts({ view: libraryView, searchRef, onRefresh: refresh })

  const isBlank = !library.isFirstLoad && items.length === 0
  const offersFilesItself = isBlank && library.problem === null && !isFiltered
  return (
    <section className="library" aria-label={en.library.region}>
      <LibraryToolbar
        account={account}
        containers={containers}
        searchRef={searchRef}
        isListedRemotely={source.from === 'provider'}
        isRefreshing={library.isRefreshing}
        details={details}
        onRefresh={refresh}
        onExport={() => openExport(selected, libraryView)}
        onChooseFiles={offersFilesItself ? null : onChooseFiles}
      />
      <FilterChips />
      {account === null ? null : <OptionsLine account={account} />}
      <DisabledNote account={account} />
      <RefreshProblem library={library} account={account} />
      {account === null || containers === null || library.problem !== null ? null : (
        <ContainersProblem account={account} view={containers} />
      )}
      <SelectionBar source={source} library={library} items={items} keys={keys} />
      <div className="library-frame">
        {library.isFirstLoad ? (
          <LibrarySkeleton view={view} />
        ) : isBlank ? (
          <LibraryEmpty
            library={library}
            account={account}
            containers={containers}
            isNarrowedHere={isNarrowedHere}
            onChooseFiles={onChooseFiles}
          />
        ) : (
          <AssetGrid
            key={`${account?.id ?? 'all'} ${containers?.containerId ?? ''}`}
            items={items}
            keys={keys}
            view={view}
            pageState={library.pageState}
            onOpen={() => details.setShown(true)}
            onNearEnd={loadByScroll}
          >
            <LibraryFoot
              library={library}
              account={account}
              shownCount={items.length}
              isNarrowedHere={isNarrowedHere}
            />
          </AssetGrid>
        )}
        {details.isShown ? (
          <DetailsPane selected={selected} accounts={accounts} onClose={() => details.setShown(false)} />
        ) : null}
      </div>
      <LibraryPreview items={items} keys={keys} onNearEnd={loadByScroll} />
      <RemovalDialog keys={keys} />
    </section>
  )
}
