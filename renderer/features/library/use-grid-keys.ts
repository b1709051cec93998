// Moves through the grid of assets by keyboard, as in any file manager.
import { type KeyboardEvent, useState } from 'react'
import { copySelectedIds } from '../../stores/copy-selection.ts'
import { openDialog } from '../../stores/dialog-actions.ts'
import { openPreview } from '../../stores/preview-actions.ts'
import { clearSelection, focusAsset, select, selectAll } from '../../stores/selection-actions.ts'
import { useSelectionStore } from '../../stores/selection-store.ts'
import { hasCommandKey, isShortcut } from '../../ui/shortcut.ts'
import type { LibraryItem } from '../../../shared/model/asset.ts'
import { gridStep } from './grid-step.ts'
import { createTypeAhead } from './type-ahead.ts'

type Options = {
  readonly items: readonly LibraryItem[]
  readonly keys: readonly string[]
  readonly columns: number
  readonly pageRows: number
  readonly focusIndex: number
  readonly onMoved: (index: number) => void
  readonly onOpen: (itemKey: string) => void
}

export function useGridKeys({ items, keys, columns, pageRows, focusIndex, onMoved, onOpen }: Options) {
  const [typeAhead] = useState(createTypeAhead)

  const moveTo = (index: number, event: KeyboardEvent) => {
    const key = keys[index]
    if (key === undefined) return
    if (hasCommandKey(event)) focusAsset(key)
    else select(keys, key, { range: event.shiftKey, toggle: false })
    onMoved(index)
  }
  const onKey = (event: KeyboardEvent): boolean => {
    const key = keys[focusIndex]
    const target = gridStep(event.key, { index: focusIndex, count: keys.length, columns, pageRows })
    if (target !== null) {
      moveTo(target, event)
      return true
    }
    if (isShortcut(event, 'a')) {
      selectAll(keys)
      return true
    }
    if (isShortcut(event, 'c')) {
      copySelectedIds({ items, keys })
      return true
    }
    if (event.key === 'Escape') {
      clearSelection()
      return true
    }
    if (key === undefined) return false
    if (event.key === 'Delete') {
      const { selected } = useSelectionStore.getState()
      const chosen = items.filter((_, index) => selected.has(keys[index] ?? ''))
      const focused = items[focusIndex]
      const gone = chosen.length > 0 ? chosen : focused ? [focused] : []
      if (gone.length > 0) openDialog({ kind: 'remove-assets', items: gone, how: 'delete' })
      return true
    }
    if (event.key === 'Enter') {
      select(keys, key, { range: false, toggle: false })
      onOpen(key)
      return true
    }
    if (event.key === ' ') {
      if (hasCommandKey(event) || event.shiftKey) select(keys, key, { range: event.shiftKey, toggle: true })
      else openPreview({ in: 'library', itemKey: key })
      return true
    }
    if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) {
      const names = items.map((item) => item.name ?? item.primaryId)
      const found = typeAhead(event.key, names, focusIndex, event.timeStamp)
      if (found >= 0) moveTo(found, event)
      return true
    }
    return false
  }
  return (event: KeyboardEvent) => {
    // Keys pressed on a button inside an asset belong to that button.
    if (event.target instanceof Element && event.target.closest('button')) return
    if (onKey(event)) event.preventDefault()
  }
}
