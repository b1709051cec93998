// One job of the queue.
import { memo, type MouseEvent, useLayoutEffect, useRef } from 'react'
import type { JobId } from '../../../shared/ids.ts'
import { manifestOf } from '../../../shared/providers/index.ts'
import { formatBytes } from '../../format/bytes.ts'
import { en } from '../../i18n/en.ts'
import { Thumbnail } from '../../media/thumbnail.tsx'
import { useAccountsStore } from '../../stores/accounts-store.ts'
import { useQueueSelectionStore } from '../../stores/queue-selection-store.ts'
import { useQueueStore } from '../../stores/queue-store.ts'
import { FileName } from '../../ui/file-name.tsx'
import { can } from './job-verbs.ts'
import { statusText } from './status-text.ts'
import { UploadButtons } from './upload-buttons.tsx'
import { UploadState } from './upload-state.tsx'
import { UploadTrouble } from './upload-trouble.tsx'

type Props = {
  readonly jobId: JobId
  readonly topPx: number
  /** From 1. */
  readonly position: number
  /** Whether Tab enters the list here. */
  readonly isTabStop: boolean
  /** Where dragged rows would land, relative to this one. */
  readonly insertMark: 'before' | 'after' | undefined
  readonly onMeasure: (key: string, heightPx: number) => void
  readonly onMenu: (jobId: JobId, event: MouseEvent<HTMLElement>) => void
}

export const UploadRow = memo(function UploadRow(props: Props) {
  const { jobId, topPx, position, isTabStop, insertMark, onMeasure, onMenu } = props
  const job = useQueueStore((state) => state.jobs.get(jobId))
  const account = useAccountsStore((state) => state.accounts.find(({ id }) => id === job?.accountId))
  const isSelected = useQueueSelectionStore((state) => state.selected.has(jobId))
  const element = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const row = element.current
    if (!row) return
    const observer = new ResizeObserver(() => onMeasure(jobId, row.offsetHeight))
    observer.observe(row)
    return () => observer.disconnect()
  }, [jobId, onMeasure])
  if (!job) return null
  const provider = account ? manifestOf(account.providerId).displayName : en.app.service
  const word = statusText(job, account)
  return (
    <div
      ref={element}
      className="upload-row"
      role="row"
      data-job-id={job.id}
      data-status={job.status}
      data-insert={insertMark}
      aria-label={`${job.fileName}, ${word}`}
      aria-rowindex={position}
      aria-selected={isSelected}
      tabIndex={isTabStop ? 0 : -1}
      draggable={can('move', job)}
      style={{ transform: `translateY(${topPx}px)` }}
    >
      <div className="upload-cell" role="gridcell">
        <div className="upload-line">
          <Thumbnail subject={{ jobId }} kind={job.kind} previewUrl={job.previewUrl} />
          <span className="upload-what">
            <FileName name={job.fileName} />
            <span className="upload-where">
              <bdi>{account?.name ?? en.uploads.unknownAccount}</bdi>
              <span>{formatBytes(job.sizeBytes)}</span>
            </span>
          </span>
          <UploadState job={job} word={word} provider={provider} />
          <UploadButtons job={job} isTabStop={isTabStop} onMore={(event) => onMenu(jobId, event)} />
        </div>
        <UploadTrouble job={job} account={account} provider={provider} />
      </div>
    </div>
  )
})
