// Lets accounts be dragged to another place; such a drag carries no file, so it cannot pass for an upload.
import { type DragEvent, useState } from 'react'
import type { AccountId } from '../../../shared/ids.ts'

const DRAG_TYPE = 'application/x-wharf-account'

type Drag = {
  readonly accountId: AccountId
  /** The gap it would be dropped into, counted from 0 above the first; null while it is elsewhere. */
  readonly gap: number | null
}

/** `onDrop` is told the gap; the list spreads `listProps`, each entry `entryProps`. */
export function useAccountDrag(onDrop: (accountId: AccountId, gap: number) => void) {
  const [drag, setDrag] = useState<Drag | null>(null)

  const hover = (event: DragEvent<HTMLElement>) => {
    if (drag === null) return
    event.preventDefault()
    // The window takes every other drag for files.
    event.stopPropagation()
    event.dataTransfer.dropEffect = 'move'
    const gap = gapUnder(event)
    if (gap !== drag.gap) setDrag({ ...drag, gap })
  }
  return {
    drag,
    listProps: {
      onDragEnter: hover,
      onDragOver: hover,
      onDragLeave: (event: DragEvent<HTMLElement>) => {
        const isInside =
          event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget)
        if (drag !== null && !isInside) setDrag({ ...drag, gap: null })
      },
      onDrop: (event: DragEvent<HTMLElement>) => {
        if (drag === null) return
        event.preventDefault()
        event.stopPropagation()
        onDrop(drag.accountId, gapUnder(event))
        setDrag(null)
      },
    },
    entryProps: (accountId: AccountId) => ({
      draggable: true,
      onDragStart: (event: DragEvent<HTMLElement>) => {
        event.dataTransfer.setData(DRAG_TYPE, accountId)
        event.dataTransfer.effectAllowed = 'move'
        setDrag({ accountId, gap: null })
      },
      onDragEnd: () => setDrag(null),
    }),
  }
}

function gapUnder({ currentTarget: list, clientX, clientY }: DragEvent<HTMLElement>): number {
  const isRow = getComputedStyle(list).flexDirection === 'row'
  const middles = [...list.children].map((entry) => {
    const { left, top, width, height } = entry.getBoundingClientRect()
    return isRow ? left + width / 2 : top + height / 2
  })
  const at = isRow ? clientX : clientY
  return middles.filter((middle) => middle < at).length
}
