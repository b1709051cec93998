// Whether the details are shown: beside the library by setting, over it in a narrow window only on demand.
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import { useAppStore } from '../../stores/app-store.ts'
import { updateSettings } from '../../stores/settings-actions.ts'

/** styles/details.css says the same. */
const NARROW = '(max-width: 1020px)'

function watchNarrow(changed: () => void): () => void {
  const query = window.matchMedia(NARROW)
  query.addEventListener('change', changed)
  return () => query.removeEventListener('change', changed)
}

const isNarrowNow = () => window.matchMedia(NARROW).matches

export type Details = {
  readonly isShown: boolean
  readonly setShown: (isShown: boolean) => void
}

export function useDetails(): Details {
  const isNarrow = useSyncExternalStore(watchNarrow, isNarrowNow)
  const isOpenBeside = useAppStore((state) => state.settings.detailsOpen)
  const [isOpenOver, setIsOpenOver] = useState(false)
  const isOver = isNarrow && isOpenOver
  const setShown = useCallback(
    (isShown: boolean) => {
      if (isNarrow) setIsOpenOver(isShown)
      else updateSettings({ detailsOpen: isShown })
    },
    [isNarrow],
  )
  useEffect(() => {
    if (!isOver) return
    const press = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) setIsOpenOver(false)
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [isOver])
  return { isShown: isNarrow ? isOver : isOpenBeside, setShown }
}
