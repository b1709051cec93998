// A job as the page is shown it: everything but its path.
import { mediaKindOf } from '../../shared/model/file-facts.ts'
import type { JobView } from '../../shared/model/job.ts'
import { filePreview } from '../library/preview-source.ts'
import { previewUrl } from '../library/library-item.ts'
import type { Job } from '../uploads/job.ts'

export function toJobView(job: Job): JobView {
  const isShown = filePreview(job.path, job.facts.mimeType) !== null
  return {
    id: job.id,
    position: job.position,
    accountId: job.accountId,
    fileId: job.fileId,
    fileName: job.facts.name,
    sizeBytes: job.facts.sizeBytes,
    kind: mediaKindOf(job.facts.mimeType),
    status: job.status,
    assetId: job.assetId,
    failure: job.failure,
    waitingUntilMs: job.waitingUntilMs,
    createdAtMs: job.createdAtMs,
    previewUrl: isShown ? previewUrl('job', job.id) : null,
  }
}
