// A job's status as an icon with its word.
import type { JobStatus } from '../../../shared/model/job.ts'
import { en } from '../../i18n/en.ts'
import { Icon } from '../../ui/icons/icon.tsx'
import type { IconName } from '../../ui/icons/icon-paths.ts'

const ICONS: Readonly<Record<JobStatus, IconName>> = {
  queued: 'dots-circle',
  uploading: 'uploading',
  waiting: 'clock',
  checking: 'search',
  unconfirmed: 'alert',
  paused: 'pause',
  done: 'check-circle',
  failed: 'x-circle',
  cancelled: 'ban',
}

export function StatusMark({ status, text }: { readonly status: JobStatus; readonly text?: string }) {
  return (
    <span className="status" data-status={status}>
      <Icon name={ICONS[status]} />
      <span>{text ?? en.status[status]}</span>
    </span>
  )
}
