// All jobs in order of arrival, drawn only where they are in view.
import { type FocusEvent, useCallback, useEffect, useRef, useState } from 'react'
import { en } from '../../i18n/en.ts'
import { useQueueStore } from '../../stores/queue-store.ts'
import { useViewport } from '../../ui/use-viewport.ts'
import { useVirtualRows } from '../../ui/use-virtual-rows.ts'
import { UploadRow } from './upload-row.tsx'

const ROW_ESTIMATE_PX = 48

export function UploadList({ heightPx }: { readonly heightPx: number }) {
  const order = useQueueStore((state) => state.order)
  const scroller = useRef<HTMLDivElement>(null)
  const [focusedId, setFocusedId] = useState<string | null>(null)
  const keyAt = useCallback((index: number) => order[index] ?? '', [order])
  const viewport = useViewport(scroller)
  const { rows, offsets, measure } = useVirtualRows({
    count: order.length,
    keyAt,
    estimatePx: ROW_ESTIMATE_PX,
    viewport,
    keepIndex: focusedId === null ? -1 : order.findIndex((id) => id === focusedId),
  })

  const countBefore = useRef(order.length)
  useEffect(() => {
    const firstNewTopPx = offsets.tops[countBefore.current]
    countBefore.current = order.length
    if (firstNewTopPx !== undefined) scroller.current?.scrollTo({ top: firstNewTopPx })
  }, [order.length, offsets])

  const keepFocused = (event: FocusEvent) =>
    setFocusedId(event.target.closest('[data-job-id]')?.getAttribute('data-job-id') ?? null)
  return (
    <div ref={scroller} className="upload-scroll" style={{ height: heightPx }} tabIndex={-1}>
      <ul
        className="upload-list"
        aria-label={en.uploads.list}
        style={{ height: offsets.total }}
        onFocus={keepFocused}
        onBlur={() => setFocusedId(null)}
      >
        {rows.map(({ index, topPx }) => {
          const id = order[index]
          return id === undefined ? null : (
            <UploadRow
              key={id}
              jobId={id}
              topPx={topPx}
              position={index + 1}
              count={order.length}
              onMeasure={measure}
            />
          )
        })}
      </ul>
    </div>
  )
}
