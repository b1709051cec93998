// One job of the queue.
import { useLayoutEffect, useRef } from 'react'
import type { JobId } from '../../../shared/ids.ts'
import type { AccountView } from '../../../shared/model/account.ts'
import type { JobView } from '../../../shared/model/job.ts'
import { manifestOf } from '../../../shared/providers/index.ts'
import { formatBytes } from '../../format/bytes.ts'
import { formatTime } from '../../format/date.ts'
import { en } from '../../i18n/en.ts'
import { fill } from '../../i18n/fill.ts'
import { useAccountsStore } from '../../stores/accounts-store.ts'
import { useQueueStore } from '../../stores/queue-store.ts'
import { FileName } from '../../ui/file-name.tsx'
import { MediaThumb } from '../../ui/media-thumb.tsx'
import { StatusMark } from './status-mark.tsx'
import { UploadButtons } from './upload-buttons.tsx'
import { UploadProgress } from './upload-progress.tsx'
import { UploadTrouble } from './upload-trouble.tsx'

type Props = {
  readonly jobId: JobId
  readonly topPx: number
  readonly position: number
  readonly count: number
  readonly onMeasure: (key: string, heightPx: number) => void
}

function statusText({ status, waitingUntilMs }: JobView, account: AccountView | undefined): string {
  if (status === 'queued' && account?.isDisabled) return en.accounts.queuedDisabled
  const untilMs = status === 'queued' ? account?.heldUntilMs : status === 'waiting' ? waitingUntilMs : null
  return untilMs ? fill(en.uploads.until, { time: formatTime(untilMs) }) : en.status[status]
}

export function UploadRow({ jobId, topPx, position, count, onMeasure }: Props) {
  const job = useQueueStore((state) => state.jobs.get(jobId))
  const account = useAccountsStore((state) => state.accounts.find(({ id }) => id === job?.accountId))
  const element = useRef<HTMLLIElement>(null)
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
    <li
      ref={element}
      className="upload-row"
      data-job-id={job.id}
      data-status={job.status}
      aria-label={`${job.fileName}, ${word}`}
      aria-posinset={position}
      aria-setsize={count}
      style={{ transform: `translateY(${topPx}px)` }}
    >
      <div className="upload-line">
        <MediaThumb kind={job.kind} src={job.previewUrl} />
        <span className="upload-what">
          <FileName name={job.fileName} />
          <span className="upload-where">
            <bdi>{account?.name ?? en.uploads.unknownAccount}</bdi>
            <span>{formatBytes(job.sizeBytes)}</span>
          </span>
        </span>
        <span className="upload-state">
          <StatusMark status={job.status} text={word} />
          {job.status === 'uploading' ? <UploadProgress jobId={job.id} sizeBytes={job.sizeBytes} /> : null}
          {job.assetId === null ? null : <code className="upload-id">{job.assetId}</code>}
        </span>
        <UploadButtons job={job} />
      </div>
      <UploadTrouble job={job} account={account} provider={provider} />
    </li>
  )
}
