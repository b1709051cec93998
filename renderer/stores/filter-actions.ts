// Changes what the library is narrowed down to; what is no longer shown is no longer selected.
import type { ViewFilter } from '../../shared/model/library-filter.ts'
import { useAppStore } from './app-store.ts'
import { useFilterStore } from './filter-store.ts'
import { clearSelection } from './selection-actions.ts'
import { updateSettings } from './settings-actions.ts'
import { NO_VIEW_FILTER, openViewKey } from './view-filter.ts'

export function setSearch(search: string): void {
  clearSelection()
  useFilterStore.setState({ search })
}

/** Of the open view; the settings remember it. */
export function setViewFilter(change: Partial<ViewFilter>): void {
  clearSelection()
  const { libraryViews } = useAppStore.getState().settings
  const key = openViewKey()
  updateSettings({
    libraryViews: { ...libraryViews, [key]: { ...(libraryViews[key] ?? NO_VIEW_FILTER), ...change } },
  })
}

/** Words and filters go; the order stays. */
export function clearFilter(): void {
  useFilterStore.setState({ search: '' })
  const { kind, period, state, tag, accountId } = NO_VIEW_FILTER
  setViewFilter({ kind, period, state, tag, accountId })
}
