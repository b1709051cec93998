// All jobs in queue order, drawn only where they are in view.
import { type MouseEvent, useCallback, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { JobId } from '../../../shared/ids.ts'
import { en } from '../../i18n/en.ts'
import { fill } from '../../i18n/fill.ts'
import { jobsMeantBy, selectJob } from '../../stores/queue-selection-actions.ts'
import { useQueueStore } from '../../stores/queue-store.ts'
import { hasCommandKey } from '../../ui/shortcut.ts'
import { useViewport } from '../../ui/use-viewport.ts'
import { useVirtualRows } from '../../ui/use-virtual-rows.ts'
import { rowAt } from '../../ui/virtual-offsets.ts'
import { FanOutRow } from './fan-out-row.tsx'
import { firstActive } from './first-active.ts'
import { JobPreview } from './job-preview.tsx'
import type { MoveTo } from './move-target.ts'
import { moveJobs } from './upload-actions.ts'
import { type MenuPlace, UploadMenu } from './upload-menu.tsx'
import { UploadRow } from './upload-row.tsx'
import { useJobDrag } from './use-job-drag.ts'
import { useListScroll } from './use-list-scroll.ts'
import { useQueueKeys } from './use-queue-keys.ts'
import { useRovingRow } from './use-roving-row.ts'
import { useShownRows } from './use-shown-rows.ts'

const ROW_ESTIMATE_PX = 51

export function UploadList({ heightPx }: { readonly heightPx: number }) {
  const { groups, firstIds, shown, rowOf } = useShownRows()
  const activeId = useQueueStore(firstActive)
  const scroller = useRef<HTMLDivElement>(null)
  const [menu, setMenu] = useState<MenuPlace | null>(null)
  const [said, setSaid] = useState('')
  const keyAt = useCallback((row: number) => firstIds[row] ?? '', [firstIds])
  const viewport = useViewport(scroller)
  const { focusIndex, reach, noteFocus, focusElement } = useRovingRow(scroller, shown)
  const tabStopId = shown[focusIndex]
  const { rows, offsets, measure } = useVirtualRows({
    count: groups.length,
    keyAt,
    estimatePx: ROW_ESTIMATE_PX,
    viewport,
    keepIndex: rowOf(tabStopId),
  })
  useListScroll({
    scrollRef: scroller,
    order: firstIds,
    offsets,
    activeIndex: rowOf(activeId),
  })

  const move = (ids: readonly JobId[], to: MoveTo) =>
    void moveJobs(ids, to).then(() => {
      const { order: now, jobs } = useQueueStore.getState()
      const [id] = ids
      const job = id === undefined ? undefined : jobs.get(id)
      if (!job) return
      const place = { name: job.fileName, place: now.indexOf(job.id) + 1, count: now.length }
      setSaid(ids.length > 1 ? fill(en.queue.movedMany, { many: ids.length }) : fill(en.queue.movedTo, place))
    })
  const openAt = useCallback((id: JobId, point: { readonly xPx: number; readonly yPx: number }) => {
    const ids = jobsMeantBy(id)
    if (ids.length === 1) selectJob(ids, id, { range: false, toggle: false })
    setMenu({ ids, ...point })
  }, [])
  const openMore = useCallback(
    (id: JobId, event: MouseEvent<HTMLElement>) => {
      const { left, bottom } = event.currentTarget.getBoundingClientRect()
      openAt(id, { xPx: left, yPx: bottom })
    },
    [openAt],
  )
  const openAtRow = (id: JobId) => {
    const box = focusElement()?.getBoundingClientRect()
    openAt(id, { xPx: (box?.left ?? 0) + 12, yPx: (box?.top ?? 0) + 40 })
  }
  const onKeyDown = useQueueKeys({
    shown,
    focusIndex,
    pageRows: Math.max(1, Math.floor(viewport.heightPx / ROW_ESTIMATE_PX)),
    onReach: (id) => reach(rowOf(id), offsets),
    onMove: move,
    onMenu: openAtRow,
  })
  const gapAt = (yPx: number) => {
    const row = rowAt(offsets, yPx)
    const middlePx = ((offsets.tops[row] ?? 0) + (offsets.tops[row + 1] ?? offsets.total)) / 2
    const { order } = useQueueStore.getState()
    const place = order.findIndex((id) => id === firstIds[yPx > middlePx ? row + 1 : row])
    return place === -1 ? order.length : place
  }
  const { drag, listProps } = useJobDrag({ gapAt, onDrop: move })
  const markAt = (row: number): 'before' | 'after' | undefined => {
    if (!drag || drag.to === null || drag.to === 'next') return undefined
    if (drag.to === 'last') return row === groups.length - 1 ? 'after' : undefined
    return rowOf(drag.to.before) === row ? 'before' : undefined
  }
  const jobUnder = ({ target }: MouseEvent) => {
    if (!(target instanceof Element)) return undefined
    const key = target.closest('[data-job-id]')?.getAttribute('data-job-id')
    return shown.find((id) => id === key)
  }
  const onClick = (event: MouseEvent) => {
    const id = jobUnder(event)
    if (
      id === undefined ||
      (event.target instanceof Element && event.target.closest('button, q, .upload-id'))
    )
      return
    selectJob(shown, id, { range: event.shiftKey, toggle: hasCommandKey(event) })
  }
  const onContextMenu = (event: MouseEvent) => {
    event.preventDefault()
    const id = jobUnder(event)
    // A key that opens the menu brings no pointer along.
    if (id !== undefined && event.button === 2) openAt(id, { xPx: event.clientX, yPx: event.clientY })
  }
  const close = () => {
    // The menu gives the focus back to the row before it is gone.
    flushSync(() => setMenu(null))
    focusElement()?.focus()
  }
  return (
    <div ref={scroller} className="upload-scroll" style={{ height: heightPx }} tabIndex={-1}>
      <div
        className="upload-list"
        role="grid"
        aria-label={en.uploads.list}
        aria-multiselectable="true"
        aria-rowcount={shown.length}
        style={{ height: offsets.total }}
        onKeyDown={onKeyDown}
        onFocus={noteFocus}
        onClick={onClick}
        onContextMenu={onContextMenu}
        {...listProps}
      >
        {rows.map(({ index: row, topPx }) => {
          const group = groups[row]
          if (!group) return null
          const [id] = group
          const shared = { topPx, insertMark: markAt(row), onMeasure: measure, onMenu: openMore }
          return group.length > 1 ? (
            <FanOutRow key={id} group={group} tabStopId={tabStopId} {...shared} />
          ) : (
            <UploadRow
              key={id}
              jobId={id}
              position={shown.indexOf(id) + 1}
              isTabStop={id === tabStopId}
              {...shared}
            />
          )
        })}
      </div>
      <span role="status" className="sr-only">
        {said}
      </span>
      <JobPreview shown={shown} />
      {menu ? <UploadMenu place={menu} onMove={move} onClose={close} /> : null}
    </div>
  )
}
