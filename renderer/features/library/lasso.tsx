// The rectangle by which assets are being selected.
import type { Box } from './lasso-hits.ts'

export function Lasso({ leftPx, topPx, rightPx, bottomPx }: Box) {
  return (
    <span
      className="lasso"
      aria-hidden="true"
      style={{ left: leftPx, top: topPx, width: rightPx - leftPx, height: bottomPx - topPx }}
    />
  )
}
