// Selects by drawing a rectangle from an empty place of the grid.
import { type PointerEvent, type RefObject, useRef, useState } from 'react'
import { selectKeys } from '../../stores/selection-actions.ts'
import { useSelectionStore } from '../../stores/selection-store.ts'
import { hasCommandKey } from '../../ui/shortcut.ts'
import { GAP_PX, PADDING_PX } from './grid-shape.ts'
import { type Box, lassoHits } from './lasso-hits.ts'

type Options = {
  readonly scrollRef: RefObject<HTMLElement | null>
  readonly keys: readonly string[]
  readonly columns: number
  readonly rowPx: number
}

type Point = { readonly xPx: number; readonly yPx: number }
type Drawing = { readonly from: Point; readonly kept: ReadonlySet<string>; readonly pointerId: number }

/** Nearer than this, a press is a click beside the tiles. */
const SLACK_PX = 4
const EDGE_PX = 24
const SCROLL_PX = 16
/** Whatever has a use of its own, beside the scroll bar, which lies outside of `clientWidth`. */
const OCCUPIED = '.asset, button, .library-foot'

/** Spread the handlers over the element that scrolls; `box` is measured from the grid's corner. */
export function useLasso({ scrollRef, keys, columns, rowPx }: Options) {
  const drawing = useRef<Drawing | null>(null)
  const [box, setBox] = useState<Box | null>(null)

  const pointAt = (event: PointerEvent, scroller: HTMLElement): Point => {
    const { left, top } = scroller.getBoundingClientRect()
    return {
      xPx: event.clientX - left - PADDING_PX,
      yPx: event.clientY - top - PADDING_PX + scroller.scrollTop,
    }
  }
  const onPointerDown = (event: PointerEvent) => {
    const scroller = scrollRef.current
    if (!scroller || event.button !== 0 || event.pointerType === 'touch') return
    if (event.target instanceof Element && event.target.closest(OCCUPIED)) return
    if (event.clientX > scroller.getBoundingClientRect().left + scroller.clientWidth) return
    const keeps = event.shiftKey || hasCommandKey(event)
    const kept = keeps ? useSelectionStore.getState().selected : new Set<string>()
    drawing.current = { from: pointAt(event, scroller), kept, pointerId: event.pointerId }
    scroller.setPointerCapture(event.pointerId)
    if (!keeps) selectKeys([])
  }
  const onPointerMove = (event: PointerEvent) => {
    const [scroller, begun] = [scrollRef.current, drawing.current]
    if (!scroller || begun?.pointerId !== event.pointerId) return
    const { top, bottom } = scroller.getBoundingClientRect()
    if (event.clientY < top + EDGE_PX) scroller.scrollTop -= SCROLL_PX
    if (event.clientY > bottom - EDGE_PX) scroller.scrollTop += SCROLL_PX
    const [from, to] = [begun.from, pointAt(event, scroller)]
    if (box === null && Math.hypot(to.xPx - from.xPx, to.yPx - from.yPx) < SLACK_PX) return
    const drawn = {
      leftPx: Math.min(from.xPx, to.xPx),
      topPx: Math.min(from.yPx, to.yPx),
      rightPx: Math.max(from.xPx, to.xPx),
      bottomPx: Math.max(from.yPx, to.yPx),
    }
    setBox(drawn)
    const widthPx = scroller.clientWidth - 2 * PADDING_PX
    const hits = lassoHits(drawn, { count: keys.length, columns, rowPx, widthPx, gapPx: GAP_PX })
    selectKeys([...begun.kept, ...hits.flatMap((index) => keys[index] ?? [])])
  }
  const end = () => {
    drawing.current = null
    setBox(null)
  }
  return {
    box,
    handlers: {
      onPointerDown,
      onPointerMove,
      onPointerUp: end,
      onPointerCancel: end,
      onLostPointerCapture: end,
    },
  }
}
