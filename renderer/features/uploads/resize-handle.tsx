// The edge by which the queue is made higher or lower, by pointer or by arrow keys.
import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import { en } from '../../i18n/en.ts'
import { resizeUploads } from '../../stores/uploads-pane-actions.ts'
import { LEAST_HEIGHT_PX, MOST_HEIGHT_PX } from '../../stores/uploads-pane-store.ts'

const KEY_STEP_PX = 16

export function ResizeHandle({ heightPx }: { readonly heightPx: number }) {
  const grip = useRef<{ readonly fromY: number; readonly fromPx: number } | null>(null)
  const take = (event: PointerEvent) => {
    event.currentTarget.setPointerCapture(event.pointerId)
    grip.current = { fromY: event.clientY, fromPx: heightPx }
  }
  const move = (event: PointerEvent) => {
    if (grip.current) resizeUploads(grip.current.fromPx + grip.current.fromY - event.clientY)
  }
  const release = () => {
    grip.current = null
  }
  const press = (event: KeyboardEvent) => {
    if (event.key === 'ArrowUp') resizeUploads(heightPx + KEY_STEP_PX)
    else if (event.key === 'ArrowDown') resizeUploads(heightPx - KEY_STEP_PX)
    else return
    event.preventDefault()
  }
  return (
    <div
      className="resize-handle"
      role="separator"
      aria-orientation="horizontal"
      aria-label={en.uploads.resize}
      aria-valuenow={heightPx}
      aria-valuemin={LEAST_HEIGHT_PX}
      aria-valuemax={MOST_HEIGHT_PX}
      tabIndex={0}
      onPointerDown={take}
      onPointerMove={move}
      onPointerUp={release}
      onPointerCancel={release}
      onKeyDown={press}
    />
  )
}
