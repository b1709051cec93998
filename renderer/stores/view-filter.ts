// What the open view of the library is narrowed down to, as the settings keep it for each view.
import type { LibrarySort, ViewFilter } from '../../shared/model/library-filter.ts'
import { useAppStore } from './app-store.ts'

export const NEWEST_FIRST: LibrarySort = { by: 'date', direction: 'descending' }

export const NO_VIEW_FILTER: ViewFilter = {
  kind: null,
  period: null,
  state: null,
  tag: null,
  accountId: null,
  sort: NEWEST_FIRST,
}

const ALL_UPLOADS = 'all'

/** The key of the open view in the settings. */
export function openViewKey(): string {
  return useAppStore.getState().settings.openAccountId ?? ALL_UPLOADS
}

export function useViewFilter(): ViewFilter {
  return useAppStore(
    ({ settings }) => settings.libraryViews[settings.openAccountId ?? ALL_UPLOADS] ?? NO_VIEW_FILTER,
  )
}

/** How many filters are on; the order is none. */
export function filterCount({ kind, period, state, tag, accountId }: ViewFilter): number {
  return [kind, period, state, tag, accountId].filter((filter) => filter !== null).length
}
