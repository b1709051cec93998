// Follows how far an element is scrolled and how much of it is in view.
import { type RefObject, useLayoutEffect, useState } from 'react'

export type Viewport = { readonly topPx: number; readonly heightPx: number; readonly widthPx: number }

/** Scrolling less than this changes nothing that is drawn. */
const STEP_PX = 48

export function useViewport(scrollRef: RefObject<HTMLElement | null>): Viewport {
  const [viewport, setViewport] = useState<Viewport>({ topPx: 0, heightPx: 0, widthPx: 0 })
  useLayoutEffect(() => {
    const element = scrollRef.current
    if (!element) return
    const read = () => {
      const topPx = Math.round(element.scrollTop / STEP_PX) * STEP_PX
      const { clientHeight: heightPx, clientWidth: widthPx } = element
      setViewport((old) =>
        old.topPx === topPx && old.heightPx === heightPx && old.widthPx === widthPx
          ? old
          : { topPx, heightPx, widthPx },
      )
    }
    read()
    const observer = new ResizeObserver(read)
    observer.observe(element)
    element.addEventListener('scroll', read, { passive: true })
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', read)
    }
  }, [scrollRef])
  return viewport
}
