// One file on its way to several accounts: a row with a cell for each.
import { type MouseEvent, useLayoutEffect, useRef } from 'react'
import type { JobId } from '../../../shared/ids.ts'
import { formatBytes } from '../../format/bytes.ts'
import { en } from '../../i18n/en.ts'
import { fill } from '../../i18n/fill.ts'
import { Thumbnail } from '../../media/thumbnail.tsx'
import { useQueueStore } from '../../stores/queue-store.ts'
import { FileName } from '../../ui/file-name.tsx'
import { FanOutCell } from './fan-out-cell.tsx'
import type { JobGroup } from './job-groups.ts'

type Props = {
  readonly group: JobGroup
  readonly topPx: number
  /** The job, of any row, where Tab enters the list. */
  readonly tabStopId: JobId | undefined
  readonly insertMark: 'before' | 'after' | undefined
  readonly onMeasure: (key: string, heightPx: number) => void
  readonly onMenu: (jobId: JobId, event: MouseEvent<HTMLElement>) => void
}

export function FanOutRow({ group, topPx, tabStopId, insertMark, onMeasure, onMenu }: Props) {
  const [firstId] = group
  const file = useQueueStore((state) => state.jobs.get(firstId))
  const element = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const row = element.current
    if (!row) return
    const observer = new ResizeObserver(() => onMeasure(firstId, row.offsetHeight))
    observer.observe(row)
    return () => observer.disconnect()
  }, [firstId, onMeasure])
  if (!file) return null
  return (
    <div
      ref={element}
      className="upload-row fan-out"
      data-file-id={file.fileId}
      data-insert={insertMark}
      role="rowgroup"
      aria-label={file.fileName}
      style={{ transform: `translateY(${topPx}px)` }}
    >
      <div className="fan-out-file" role="presentation">
        <Thumbnail subject={{ jobId: firstId }} kind={file.kind} previewUrl={file.previewUrl} />
        <span className="upload-what">
          <FileName name={file.fileName} />
          <span className="upload-where">
            <span>{fill(en.fanOut.accounts, { count: group.length })}</span>
            <span>{formatBytes(file.sizeBytes)}</span>
          </span>
        </span>
      </div>
      <div className="fan-out-cells" role="presentation">
        {group.map((id) => (
          <FanOutCell key={id} jobId={id} isTabStop={id === tabStopId} onMenu={onMenu} />
        ))}
      </div>
    </div>
  )
}
