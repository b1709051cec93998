// Copies what is selected in the library.
import type { LibraryItem } from '../../shared/model/asset.ts'
import { copyIds } from './copy-actions.ts'
import { copyWhole } from './copy-as-actions.ts'
import { openCopyMenu, type Point } from './copy-menu-actions.ts'
import { useSelectionStore } from './selection-store.ts'

/** What the view shows, with the key of each. */
type Shown = { readonly items: readonly LibraryItem[]; readonly keys: readonly string[] }

/** In the order shown. */
export function selectedOf({ items, keys }: Shown): readonly LibraryItem[] {
  const { selected } = useSelectionStore.getState()
  return selected.size === 0 ? [] : items.filter((_, index) => selected.has(keys[index] ?? ''))
}

export function copySelectedIds(shown: Shown): void {
  const { whole } = useSelectionStore.getState()
  if (whole) void copyWhole(whole, { format: 'id' })
  else void copyIds(selectedOf(shown).map(({ primaryId }) => primaryId))
}

export function openCopyMenuOfSelection(shown: Shown, point: Point): void {
  openCopyMenu(selectedOf(shown), point, useSelectionStore.getState().whole)
}
