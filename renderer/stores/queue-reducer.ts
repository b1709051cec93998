// Applies what main says about jobs to the queue, copying each part at most once per batch.
import type { JobId } from '../../shared/ids.ts'
import type { AppEvent } from '../../shared/ipc/events.ts'
import type { JobProgress, JobView } from '../../shared/model/job.ts'
import type { QueueState } from './queue-store.ts'

export function queueFrom(jobs: readonly JobView[]): QueueState {
  return {
    jobs: new Map(jobs.map((job) => [job.id, job])),
    order: inOrder(jobs),
    progress: new Map(),
    movedBytes: 0,
  }
}

/** The same object when no event concerns the queue. */
export function reduceQueue(state: QueueState, events: readonly AppEvent[]): QueueState {
  let jobs: Map<JobId, JobView> | null = null
  let progress: Map<JobId, JobProgress> | null = null
  let { movedBytes } = state
  let hasNewOrder = false
  const jobOf = (id: JobId) => (jobs ?? state.jobs).get(id)
  const sentOf = (id: JobId) => (progress ?? state.progress).get(id)?.sentBytes ?? 0
  const forget = (id: JobId) => {
    if (!(progress ?? state.progress).has(id)) return
    progress ??= new Map(state.progress)
    progress.delete(id)
  }

  for (const event of events) {
    if (event.type === 'job.changed') {
      const { job } = event
      const before = jobOf(job.id)
      hasNewOrder ||= before?.position !== job.position
      // An upload may begin and end between two batches, so what is done counts whole.
      if (job.status === 'done' && before && IN_HAND.has(before.status))
        movedBytes += Math.max(0, job.sizeBytes - sentOf(job.id))
      jobs ??= new Map(state.jobs)
      jobs.set(job.id, job)
      if (job.status !== 'uploading') forget(job.id)
    } else if (event.type === 'job.removed') {
      if (!jobOf(event.jobId)) continue
      jobs ??= new Map(state.jobs)
      jobs.delete(event.jobId)
      forget(event.jobId)
      hasNewOrder = true
    } else if (event.type === 'job.progressed') {
      const { jobId, sentBytes } = event.progress
      const sentBefore = sentOf(jobId)
      // What a page that begins in mid-upload first hears of went out before.
      const isFirstHeard = sentBefore === 0 && state.jobs.get(jobId)?.status === 'uploading'
      const isKnown = !isFirstHeard || state.progress.has(jobId)
      // Less than before: another attempt began.
      if (isKnown) movedBytes += sentBytes < sentBefore ? sentBytes : sentBytes - sentBefore
      progress ??= new Map(state.progress)
      progress.set(jobId, event.progress)
    }
  }
  if (jobs === null && progress === null) return state
  return {
    jobs: jobs ?? state.jobs,
    order: jobs !== null && hasNewOrder ? inOrder([...jobs.values()]) : state.order,
    progress: progress ?? state.progress,
    movedBytes,
  }
}

const IN_HAND: ReadonlySet<JobView['status']> = new Set(['queued', 'uploading'])

function inOrder(jobs: readonly JobView[]): readonly JobId[] {
  return [...jobs].sort((a, b) => a.position - b.position).map(({ id }) => id)
}
