// How a job stands, in a row as in a cell: its mark, its progress, its ID.
import type { JobView } from '../../../shared/model/job.ts'
import { StatusMark } from './status-mark.tsx'
import { UploadProgress } from './upload-progress.tsx'

type Props = { readonly job: JobView; readonly word: string; readonly provider: string }

export function UploadState({ job, word, provider }: Props) {
  return (
    <span className="upload-state">
      <StatusMark status={job.status} text={word} />
      {job.status === 'uploading' ? (
        <UploadProgress jobId={job.id} sizeBytes={job.sizeBytes} provider={provider} />
      ) : null}
      {job.assetId === null ? null : <code className="upload-id">{job.assetId}</code>}
    </span>
  )
}
