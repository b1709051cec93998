// The thumbnail of what an element stands for, loaded while the element is in view.
import { type RefObject, useCallback, useEffect, useEffectEvent, useSyncExternalStore } from 'react'
import { loadThumbnail, type ThumbnailRequest } from './load-thumbnail.ts'
import { subjectKey } from './subject-key.ts'
import { lookAtThumbnail, type ShownThumbnail, thumbnailAt } from './thumbnail-store.ts'
import { watchVisible } from './watch-visible.ts'

/** null: none yet. `request` is null for what has no picture at all. */
export function useThumbnail(
  request: ThumbnailRequest | null,
  elementRef: RefObject<Element | null>,
): ShownThumbnail | null {
  const key = request && subjectKey(request.subject)
  const look = useCallback(
    (onChange: () => void) => (key === null ? NOTHING_TO_END : lookAtThumbnail(key, onChange)),
    [key],
  )
  const shown = useSyncExternalStore(look, () => (key === null ? null : thumbnailAt(key)))
  const isMissing = key !== null && shown === null
  const load = useEffectEvent((signal: AbortSignal) => {
    if (request) void loadThumbnail(request, signal)
  })
  useEffect(() => {
    const element = elementRef.current
    if (!isMissing || !element) return
    let wanted: AbortController | null = null
    const stopWatching = watchVisible(element, (isVisible) => {
      wanted?.abort()
      wanted = isVisible ? new AbortController() : null
      if (wanted) load(wanted.signal)
    })
    return () => {
      stopWatching()
      wanted?.abort()
    }
  }, [key, isMissing, elementRef])
  return shown
}

const NOTHING_TO_END = () => undefined
