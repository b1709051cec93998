// One account's share of a file that goes to several: its state, progress and buttons.
import type { MouseEvent } from 'react'
import type { JobId } from '../../../shared/ids.ts'
import { manifestOf } from '../../../shared/providers/index.ts'
import { en } from '../../i18n/en.ts'
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
  /** Whether Tab enters the list here. */
  readonly isTabStop: boolean
  readonly onMenu: (jobId: JobId, event: MouseEvent<HTMLElement>) => void
}

export function FanOutCell({ jobId, isTabStop, onMenu }: Props) {
  const job = useQueueStore((state) => state.jobs.get(jobId))
  const account = useAccountsStore((state) => state.accounts.find(({ id }) => id === job?.accountId))
  const isSelected = useQueueSelectionStore((state) => state.selected.has(jobId))
  if (!job) return null
  const accountName = account?.name ?? en.uploads.unknownAccount
  const provider = account ? manifestOf(account.providerId).displayName : en.app.service
  const word = statusText(job, account)
  return (
    <div
      className="fan-out-cell"
      role="row"
      data-job-id={job.id}
      data-status={job.status}
      aria-label={`${job.fileName}, ${accountName}, ${word}`}
      aria-selected={isSelected}
      tabIndex={isTabStop ? 0 : -1}
      draggable={can('move', job)}
    >
      <div role="gridcell">
        <div className="fan-out-line">
          <span className="sr-only">
            <FileName name={job.fileName} />
          </span>
          <bdi className="fan-out-account">{accountName}</bdi>
          <UploadState job={job} word={word} provider={provider} />
          <UploadButtons job={job} isTabStop={isTabStop} onMore={(event) => onMenu(jobId, event)} />
        </div>
        <UploadTrouble job={job} account={account} provider={provider} />
      </div>
    </div>
  )
}
