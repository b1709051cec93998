// Keeps what the person reads where it is, or follows what is uploading until the person scrolls away from it.
import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import type { JobId } from '../../../shared/ids.ts'
import { type Offsets, rowAt } from '../../ui/virtual-offsets.ts'

type Options = {
  readonly scrollRef: RefObject<HTMLElement | null>
  /** Of each row, its first job. */
  readonly order: readonly JobId[]
  readonly offsets: Offsets
  /** The first row in which something is uploading; -1: none. */
  readonly activeIndex: number
}

type Anchor = { readonly id: JobId; readonly insetPx: number }

export function useListScroll({ scrollRef, order, offsets, activeIndex }: Options): void {
  const anchor = useRef<Anchor | null>(null)
  const isFollowing = useRef(true)
  const latest = useRef({ order, offsets, activeIndex })
  const countBefore = useRef(order.length)

  useLayoutEffect(() => {
    latest.current = { order, offsets, activeIndex }
    const element = scrollRef.current
    const kept = anchor.current
    if (!element || !kept) return
    const index = order.indexOf(kept.id)
    const topPx = index === -1 ? undefined : offsets.tops[index]
    // Rows above that grew, shrank or went away leave those in view in their place.
    if (topPx !== undefined && element.scrollTop > 0 && topPx + kept.insetPx !== element.scrollTop)
      element.scrollTop = topPx + kept.insetPx
  }, [scrollRef, order, offsets, activeIndex])

  useEffect(() => {
    const element = scrollRef.current
    const hasGrown = order.length > countBefore.current
    const firstNew = countBefore.current
    countBefore.current = order.length
    if (!element) return
    // Whoever has just added files wants to see what becomes of them, wherever the pointer rests.
    if (hasGrown) isFollowing.current = true
    else if (isUnderHand(element)) return
    if (hasGrown && activeIndex === -1) element.scrollTo({ top: offsets.tops[firstNew] ?? 0 })
    else if (isFollowing.current && activeIndex !== -1 && !isInView(element, offsets, activeIndex))
      // One row that has just ended stays in view above it.
      element.scrollTo({ top: offsets.tops[Math.max(0, activeIndex - 1)] ?? 0 })
  }, [scrollRef, order.length, offsets, activeIndex])

  useEffect(() => {
    const element = scrollRef.current
    if (!element) return
    let isByHand = false
    const byHand = () => {
      isByHand = true
    }
    const note = () => {
      const { order: ids, offsets: places, activeIndex: active } = latest.current
      const index = rowAt(places, element.scrollTop)
      const id = ids[index]
      anchor.current =
        id === undefined ? null : { id, insetPx: element.scrollTop - (places.tops[index] ?? 0) }
      if (!isByHand) return
      isByHand = false
      isFollowing.current = active === -1 || isInView(element, places, active)
    }
    const hands = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const
    hands.forEach((hand) => element.addEventListener(hand, byHand, { passive: true }))
    element.addEventListener('scroll', note, { passive: true })
    return () => {
      hands.forEach((hand) => element.removeEventListener(hand, byHand))
      element.removeEventListener('scroll', note)
    }
  }, [scrollRef])
}

/** Nothing moves by itself under a pointer or beneath the keyboard's focus. */
function isUnderHand(element: HTMLElement): boolean {
  return element.matches(':hover') || element.contains(document.activeElement)
}

function isInView(
  { scrollTop, clientHeight }: HTMLElement,
  { tops, total }: Offsets,
  index: number,
): boolean {
  const topPx = tops[index] ?? 0
  const endPx = tops[index + 1] ?? total
  return topPx >= scrollTop && endPx <= scrollTop + clientHeight
}
