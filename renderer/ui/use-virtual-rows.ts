// Tells which rows of a long list are in view, so that only those are drawn.
import { useCallback, useMemo, useState } from 'react'
import type { Viewport } from './use-viewport.ts'
import { offsetsOf, rowAt } from './virtual-offsets.ts'

type Options = {
  readonly count: number
  /** Tells rows apart for their measured heights; must keep its identity while the rows do. */
  readonly keyAt: (index: number) => string
  readonly estimatePx: number
  readonly viewport: Viewport
  /** Drawn wherever it is, so that the keyboard's focus is never lost. */
  readonly keepIndex?: number
}

export type VirtualRow = { readonly index: number; readonly topPx: number }

const OVERSCAN_PX = 240

export function useVirtualRows({ count, keyAt, estimatePx, viewport, keepIndex = -1 }: Options) {
  const [heights, setHeights] = useState<ReadonlyMap<string, number>>(new Map())
  const offsets = useMemo(
    () => offsetsOf(count, (index) => heights.get(keyAt(index)) ?? estimatePx),
    [count, keyAt, estimatePx, heights],
  )
  const rows: VirtualRow[] = []
  if (count > 0) {
    const first = rowAt(offsets, viewport.topPx - OVERSCAN_PX)
    const last = rowAt(offsets, viewport.topPx + viewport.heightPx + OVERSCAN_PX)
    const add = (index: number) => rows.push({ index, topPx: offsets.tops[index] ?? 0 })
    if (keepIndex >= 0 && keepIndex < first) add(keepIndex)
    for (let index = first; index <= last; index += 1) add(index)
    if (keepIndex > last && keepIndex < count) add(keepIndex)
  }
  const measure = useCallback((key: string, heightPx: number) => {
    if (heightPx === 0) return
    setHeights((old) => (old.get(key) === heightPx ? old : new Map(old).set(key, heightPx)))
  }, [])
  return { rows, offsets, measure }
}
