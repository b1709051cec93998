// The window's shortcuts that concern the library, wherever the focus is.
import { type RefObject, useEffect } from 'react'
import { pointIn } from '../../stores/copy-menu-actions.ts'
import { copySelectedIds, openCopyMenuOfSelection } from '../../stores/copy-selection.ts'
import { selectAll } from '../../stores/selection-actions.ts'
import { useSelectionStore } from '../../stores/selection-store.ts'
import { isShiftShortcut, isShortcut, isTyping } from '../../ui/shortcut.ts'
import type { LibraryView } from './use-library-view.ts'

type Options = {
  readonly view: Pick<LibraryView, 'items' | 'keys'>
  readonly searchRef: RefObject<HTMLInputElement | null>
  readonly onRefresh: () => void
}

function hasTextSelected(): boolean {
  return (window.getSelection()?.toString() ?? '') !== ''
}

export function useLibraryShortcuts({ view: { items, keys }, searchRef, onRefresh }: Options): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return
      if (isShortcut(event, 'f')) {
        event.preventDefault()
        searchRef.current?.focus()
        searchRef.current?.select()
        return
      }
      if (event.key === 'F5') {
        event.preventDefault()
        onRefresh()
        return
      }
      if (isTyping(event.target)) return
      if (isShortcut(event, 'a') && keys.length > 0) {
        event.preventDefault()
        selectAll(keys)
      }
      if (useSelectionStore.getState().selected.size === 0) return
      if (isShiftShortcut(event, 'c')) {
        event.preventDefault()
        const near = document.querySelector(':focus[data-key], .asset[aria-selected=true]')
        openCopyMenuOfSelection({ items, keys }, pointIn(near ?? document.body))
      }
      if (isShortcut(event, 'c') && !hasTextSelected()) {
        event.preventDefault()
        copySelectedIds({ items, keys })
      }
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [items, keys, searchRef, onRefresh])
}
