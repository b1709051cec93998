// The assets themselves, any number of them, of which only those in view are drawn.
import {
  type DragEvent,
  type FocusEvent,
  type MouseEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
} from 'react'
import type { LibraryItem } from '../../../shared/model/asset.ts'
import { en } from '../../i18n/en.ts'
import type { PageState } from '../../queries/use-library.ts'
import { pointIn } from '../../stores/copy-menu-actions.ts'
import { openCopyMenuOfSelection, selectedOf } from '../../stores/copy-selection.ts'
import { dragOut } from '../../stores/drag-out-actions.ts'
import { focusAsset, type Modifiers, select } from '../../stores/selection-actions.ts'
import { useSelectionStore } from '../../stores/selection-store.ts'
import { useViewport } from '../../ui/use-viewport.ts'
import { useVirtualRows } from '../../ui/use-virtual-rows.ts'
import { AssetItem } from './asset-item.tsx'
import { PADDING_PX, shapeOf } from './grid-shape.ts'
import { Lasso } from './lasso.tsx'
import { steadyTop } from './steady-top.ts'
import { useGridKeys } from './use-grid-keys.ts'
import { useLasso } from './use-lasso.ts'

type Props = {
  readonly items: readonly LibraryItem[]
  readonly keys: readonly string[]
  readonly view: 'grid' | 'list'
  readonly pageState: PageState
  readonly onOpen: (itemKey: string) => void
  readonly onNearEnd: () => void
  /** What follows the last asset. */
  readonly children: ReactNode
}

const rowKeyAt = (row: number) => String(row)

export function AssetGrid({ items, keys, view, pageState, onOpen, onNearEnd, children }: Props) {
  const scroller = useRef<HTMLDivElement>(null)
  const hasToFocus = useRef(false)
  const viewport = useViewport(scroller)
  const focusKey = useSelectionStore((state) => state.focusKey)
  const focusIndex = Math.max(0, focusKey === null ? 0 : keys.indexOf(focusKey))
  const { columns, rowPx } = shapeOf(view, viewport.widthPx - 2 * PADDING_PX)
  const rowCount = Math.ceil(items.length / columns)
  const { rows, offsets } = useVirtualRows({
    count: rowCount,
    keyAt: rowKeyAt,
    estimatePx: rowPx,
    viewport,
    keepIndex: Math.floor(focusIndex / columns),
  })

  const shown = useRef({ keys, columns })
  useLayoutEffect(() => {
    const before = shown.current
    shown.current = { keys, columns }
    const element = scroller.current
    if (!element || before.keys === keys || before.columns !== columns) return
    element.scrollTop = steadyTop(before.keys, keys, { topPx: element.scrollTop, columns, rowPx })
  }, [keys, columns, rowPx])

  useEffect(() => {
    if (!hasToFocus.current || focusKey === null) return
    hasToFocus.current = false
    scroller.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(focusKey)}"]`)?.focus()
  }, [focusKey])

  const remainingPx = offsets.total - viewport.topPx - viewport.heightPx
  const isNearEnd = viewport.heightPx > 0 && remainingPx < viewport.heightPx
  useEffect(() => {
    if (isNearEnd && pageState === 'more') onNearEnd()
  }, [isNearEnd, pageState, onNearEnd])

  const reveal = (index: number) => {
    hasToFocus.current = true
    const element = scroller.current
    if (!element) return
    const topPx = Math.floor(index / columns) * rowPx
    if (topPx < element.scrollTop) element.scrollTop = topPx
    else if (topPx + rowPx + 2 * PADDING_PX > element.scrollTop + element.clientHeight)
      element.scrollTop = topPx + rowPx + 2 * PADDING_PX - element.clientHeight
  }
  const onKeyDown = useGridKeys({
    items,
    keys,
    columns,
    pageRows: Math.max(1, Math.floor(viewport.heightPx / rowPx)),
    focusIndex,
    onMoved: reveal,
    onOpen,
  })
  const pick = useCallback((key: string, modifiers: Modifiers) => select(keys, key, modifiers), [keys])
  const noteFocus = (event: FocusEvent) => {
    const key = event.target.closest('[data-key]')?.getAttribute('data-key')
    if (typeof key === 'string') focusAsset(key)
  }
  const lasso = useLasso({ scrollRef: scroller, keys, columns, rowPx })
  const onDragStart = (event: DragEvent) => {
    const key =
      event.target instanceof Element && event.target.closest('[data-key]')?.getAttribute('data-key')
    if (typeof key !== 'string') return
    const isSelected = useSelectionStore.getState().selected.has(key)
    const dragged = isSelected ? selectedOf({ items, keys }) : items.filter((_, index) => keys[index] === key)
    dragOut(event.nativeEvent, dragged)
  }
  const onContextMenu = (event: MouseEvent) => {
    const tile = event.target instanceof Element ? event.target.closest('[data-key]') : null
    const key = tile?.getAttribute('data-key')
    if (!tile || typeof key !== 'string') return
    event.preventDefault()
    if (!useSelectionStore.getState().selected.has(key)) pick(key, { range: false, toggle: false })
    // A key that opens the menu brings no pointer along.
    const point = event.button === 2 ? { xPx: event.clientX, yPx: event.clientY } : pointIn(tile)
    openCopyMenuOfSelection({ items, keys }, point)
  }
  return (
    <div ref={scroller} className="asset-scroll" {...lasso.handlers}>
      <div
        className="asset-grid"
        role="grid"
        aria-label={en.library.assets}
        aria-multiselectable="true"
        aria-rowcount={rowCount}
        aria-colcount={columns}
        aria-busy={pageState === 'loading'}
        data-page-state={pageState}
        data-view={view}
        style={{ height: offsets.total }}
        onKeyDown={onKeyDown}
        onFocus={noteFocus}
        onContextMenu={onContextMenu}
        onDragStart={onDragStart}
      >
        {rows.map(({ index: row, topPx }) => (
          <div
            key={row}
            className="asset-row"
            role="row"
            aria-rowindex={row + 1}
            style={{
              height: rowPx,
              transform: `translateY(${topPx}px)`,
              gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
            }}
          >
            {items.slice(row * columns, (row + 1) * columns).map((item, offset) => {
              const index = row * columns + offset
              const itemKey = keys[index] ?? ''
              return (
                <AssetItem
                  key={itemKey}
                  item={item}
                  itemKey={itemKey}
                  view={view}
                  column={offset + 1}
                  isTabStop={index === focusIndex}
                  onPick={pick}
                  onOpen={onOpen}
                />
              )
            })}
          </div>
        ))}
        {lasso.box === null ? null : <Lasso {...lasso.box} />}
      </div>
      {children}
    </div>
  )
}
