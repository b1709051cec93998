// One row of the queue is the keyboard's: it moves with the arrows, and to a neighbour when its job is taken away.
import { type FocusEvent, type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import type { JobId } from '../../../shared/ids.ts'
import { focusJob } from '../../stores/queue-selection-actions.ts'
import { useQueueSelectionStore } from '../../stores/queue-selection-store.ts'
import type { Offsets } from '../../ui/virtual-offsets.ts'

/** `shown`: all jobs in the order on screen. */
export function useRovingRow(scrollRef: RefObject<HTMLElement | null>, shown: readonly JobId[]) {
  const focusKey = useQueueSelectionStore((state) => state.focusKey)
  const hasToFocus = useRef(false)
  const holdsFocus = useRef(false)
  const lastIndex = useRef(0)
  const found = focusKey === null ? -1 : shown.findIndex((id) => id === focusKey)
  const focusIndex = Math.max(0, found)

  const elementOf = (id: string | undefined) =>
    id === undefined
      ? null
      : (scrollRef.current?.querySelector<HTMLElement>(`[data-job-id="${CSS.escape(id)}"]`) ?? null)

  useLayoutEffect(() => {
    if (found !== -1) lastIndex.current = found
  }, [found])

  useEffect(() => {
    if (!hasToFocus.current || focusKey === null) return
    hasToFocus.current = false
    elementOf(focusKey)?.focus({ preventScroll: true })
  })

  useEffect(() => {
    const neighbour = shown[Math.min(lastIndex.current, shown.length - 1)]
    if (focusKey === null || found !== -1 || neighbour === undefined) return
    // The focus went down with its row; where it is elsewhere by now, it stays there.
    if (holdsFocus.current && document.activeElement === document.body) hasToFocus.current = true
    focusJob(neighbour)
  }, [focusKey, found, shown])

  useEffect(() => {
    const watch = (event: globalThis.FocusEvent) => {
      holdsFocus.current =
        event.target instanceof Node && (scrollRef.current?.contains(event.target) ?? false)
    }
    document.addEventListener('focusin', watch)
    return () => document.removeEventListener('focusin', watch)
  }, [scrollRef])

  return {
    focusIndex,
    focusElement: () => elementOf(shown[focusIndex]),
    /** Brings that row into view, then gives it the focus. */
    reach: (row: number, { tops, total }: Offsets) => {
      hasToFocus.current = true
      const element = scrollRef.current
      if (!element) return
      const [topPx, endPx] = [tops[row] ?? 0, tops[row + 1] ?? total]
      if (topPx < element.scrollTop) element.scrollTop = topPx
      else if (endPx > element.scrollTop + element.clientHeight)
        element.scrollTop = endPx - element.clientHeight
    },
    noteFocus: (event: FocusEvent) => {
      const key = event.target.closest('[data-job-id]')?.getAttribute('data-job-id')
      const id = shown.find((candidate) => candidate === key)
      if (id !== undefined) focusJob(id)
    },
  }
}
