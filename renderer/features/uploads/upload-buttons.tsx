// What can be done with one job in the state it is in.
import type { JobStatus, JobView } from '../../../shared/model/job.ts'
import { en } from '../../i18n/en.ts'
import { copyText } from '../../stores/copy-actions.ts'
import { retryJobs } from '../../stores/retry-actions.ts'
import { CopyButton } from '../../ui/copy-button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { cancelJobs, clearJobs, pauseJobs, resumeJobs } from './upload-actions.ts'

const CAN_PAUSE: ReadonlySet<JobStatus> = new Set(['queued', 'waiting'])
const CAN_RETRY: ReadonlySet<JobStatus> = new Set(['failed', 'cancelled'])
const CAN_CANCEL: ReadonlySet<JobStatus> = new Set(['queued', 'uploading', 'waiting', 'checking', 'paused'])
const CAN_CLEAR: ReadonlySet<JobStatus> = new Set(['done', 'failed', 'cancelled'])

export function UploadButtons({ job: { id, status, assetId } }: { readonly job: JobView }) {
  return (
    <span className="row-buttons">
      {assetId === null ? null : (
        <CopyButton look="text" label={en.uploads.copyId} copy={() => copyText(assetId)} />
      )}
      {CAN_RETRY.has(status) ? (
        <IconButton icon="refresh" label={en.uploads.retry} onPress={() => void retryJobs(id)} />
      ) : null}
      {CAN_PAUSE.has(status) ? (
        <IconButton icon="pause" label={en.uploads.pause} onPress={() => pauseJobs(id)} />
      ) : null}
      {status === 'paused' ? (
        <IconButton icon="play" label={en.uploads.resume} onPress={() => resumeJobs(id)} />
      ) : null}
      {CAN_CANCEL.has(status) ? (
        <IconButton icon="close" label={en.uploads.cancel} onPress={() => cancelJobs(id)} />
      ) : null}
      {CAN_CLEAR.has(status) ? (
        <IconButton icon="close" label={en.uploads.remove} onPress={() => clearJobs(id)} />
      ) : null}
    </span>
  )
}
