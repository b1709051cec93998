// The keys of the quick preview: Space closes it, arrows go on to the next or back.
import { useEffect, useEffectEvent } from 'react'

/** What is focused inside has keys of its own: a player seeks, a button is pressed, a large picture scrolls. */
const OWN_KEYS = 'button, video, audio, [data-actual-size]'

const STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowUp: -1,
  ArrowRight: 1,
  ArrowDown: 1,
}

export function usePreviewKeys(onStep: (step: number) => void, onClose: () => void): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.target instanceof Element && event.target.closest(OWN_KEYS)) return
    // The key that opened the preview is still on its way up.
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
    const step = STEPS[event.key]
    if (step === undefined && event.key !== ' ') return
    event.preventDefault()
    if (step !== undefined) onStep(step)
    else if (!event.repeat) onClose()
  })
  useEffect(() => {
    const hear = (event: KeyboardEvent) => press(event)
    window.addEventListener('keydown', hear)
    return () => window.removeEventListener('keydown', hear)
  }, [])
}
