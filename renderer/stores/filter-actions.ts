// Changes what the library is filtered by; what is no longer shown is no longer selected.
import { type FilterState, NO_FILTER, useFilterStore } from './filter-store.ts'
import { clearSelection } from './selection-actions.ts'

export function setFilter(change: Partial<FilterState>): void {
  clearSelection()
  useFilterStore.setState(change)
}

export function clearFilter(): void {
  setFilter(NO_FILTER)
}
