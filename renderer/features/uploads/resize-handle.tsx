// The edge by which the queue is made higher or lower, by pointer or by arrow keys.
import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import { UPLOAD_LIMITS } from '../../../shared/model/upload-limits.ts'
import { en } from '../../i18n/en.ts'
import { keepHeight, pullHeight } from '../../stores/uploads-pane-actions.ts'

const KEY_STEP_PX = 16
const { least, most } = UPLOAD_LIMITS.paneHeightPx

export function ResizeHandle({ heightPx }: { readonly heightPx: number }) {
  const grip = useRef<{ readonly fromY: number; readonly fromPx: number } | null>(null)
  const take = (event: PointerEvent) => {
    event.currentTarget.setPointerCapture(event.pointerId)
    grip.current = { fromY: event.clientY, fromPx: heightPx }
  }
  const move = (event: PointerEvent) => {
    if (grip.current) pullHeight(grip.current.fromPx + grip.current.fromY - event.clientY)
  }
  const release = () => {
    grip.current = null
    keepHeight()
  }
  const press = (event: KeyboardEvent) => {
    if (event.key === 'ArrowUp') pullHeight(heightPx + KEY_STEP_PX)
    else if (event.key === 'ArrowDown') pullHeight(heightPx - KEY_STEP_PX)
    else return
    keepHeight()
    event.preventDefault()
  }
  return (
    <div
      className="resize-handle"
      role="separator"
      aria-orientation="horizontal"
      aria-label={en.uploads.resize}
      aria-valuenow={heightPx}
      aria-valuemin={least}
      aria-valuemax={most}
      tabIndex={0}
      onPointerDown={take}
      onPointerMove={move}
      onPointerUp={release}
      onPointerCancel={release}
      onKeyDown={press}
    />
  )
}
