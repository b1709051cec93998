// Stands where assets will be while the first page is under way, in the shape that they will have.
import { useRef } from 'react'
import { en } from '../../i18n/en.ts'
import { useViewport } from '../../ui/use-viewport.ts'
import { PADDING_PX, shapeOf } from './grid-shape.ts'

const TILES = Array.from({ length: 12 }, (_, index) => index)

export function LibrarySkeleton({ view }: { readonly view: 'grid' | 'list' }) {
  const scroller = useRef<HTMLDivElement>(null)
  const { columns, rowPx } = shapeOf(view, useViewport(scroller).widthPx - 2 * PADDING_PX)
  return (
    <div
      ref={scroller}
      className="asset-scroll skeleton"
      data-page-state="loading"
      data-view={view}
      role="status"
    >
      <span className="sr-only">{en.library.loading}</span>
      <div
        className="skeleton-items"
        aria-hidden="true"
        style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`, gridAutoRows: rowPx }}
      >
        {TILES.map((tile) => (
          <span key={tile} className="skeleton-item">
            <span />
            <span />
          </span>
        ))}
      </div>
    </div>
  )
}
