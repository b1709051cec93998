// Asks what of the open view is to be exported.
import { useAppStore } from '../../stores/app-store.ts'
import { openDialog } from '../../stores/dialog-actions.ts'
import { useSelectionStore } from '../../stores/selection-store.ts'
import { exportChoices } from '../../stores/export-choices.ts'
import type { LibraryItem } from '../../../shared/model/asset.ts'
import type { LibrarySource, RecordFilter } from '../../queries/library-source.ts'
import type { LibraryView } from './use-library-view.ts'

export function openExport(
  selected: readonly LibraryItem[],
  { source, items, library }: Pick<LibraryView, 'source' | 'items' | 'library'>,
): void {
  const shown = {
    selected,
    whole: useSelectionStore.getState().whole,
    items,
    hasMore: library.hasMore,
    total: library.total,
  }
  const { recordCount } = useAppStore.getState()
  const choices = exportChoices(
    { ...shown, filter: source.from === 'record' ? filterOf(source) : null },
    recordCount,
  )
  openDialog({ kind: 'export-record', choices })
}

function filterOf(source: Extract<LibrarySource, { readonly from: 'record' }>): RecordFilter {
  const { accountId, containerId, kind, search, sinceMs, state, tag, sort } = source
  return { accountId, containerId, kind, search, sinceMs, state, tag, sort }
}
