// The quick preview of what was uploaded, along the order of the queue.
import type { JobId } from '../../../shared/ids.ts'
import { QuickPreview } from '../../media/quick-preview.tsx'
import { closePreview, openPreview } from '../../stores/preview-actions.ts'
import { usePreviewStore } from '../../stores/preview-store.ts'
import { selectJob } from '../../stores/queue-selection-actions.ts'
import { useQueueStore } from '../../stores/queue-store.ts'

/** `shown`: all jobs in the order on screen. */
export function JobPreview({ shown }: { readonly shown: readonly JobId[] }) {
  const jobId = usePreviewStore(({ previewed }) => (previewed?.in === 'queue' ? previewed.jobId : null))
  const jobs = useQueueStore((state) => state.jobs)
  const job = jobId === null ? undefined : jobs.get(jobId)
  if (!job || job.assetId === null) return null
  const done = shown.filter((id) => typeof jobs.get(id)?.assetId === 'string')
  const index = done.indexOf(job.id)
  const step = (by: number) => {
    const next = done[index + by]
    if (next === undefined) return
    selectJob(shown, next, { range: false, toggle: false })
    openPreview({ in: 'queue', jobId: next })
  }
  const close = () => {
    closePreview()
    // Where the person has got to, which may not be where they began.
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>(`[data-job-id="${CSS.escape(job.id)}"]`)?.focus(),
    )
  }
  const { kind, fileName, assetId, previewUrl, sizeBytes } = job
  return (
    <QuickPreview
      entry={{
        kind,
        name: fileName,
        primaryId: assetId,
        previewUrl,
        sizeBytes,
        width: null,
        height: null,
        durationMs: null,
        index,
        count: done.length,
      }}
      onStep={step}
      onClose={close}
    />
  )
}
