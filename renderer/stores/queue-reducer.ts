// Applies what main says about jobs to the queue, copying each part at most once per batch.
import type { JobId } from '../../shared/ids.ts'
import type { AppEvent } from '../../shared/ipc/events.ts'
import type { JobProgress, JobView } from '../../shared/model/job.ts'
import type { QueueState } from './queue-store.ts'

export function queueFrom(jobs: readonly JobView[]): QueueState {
  return {
    jobs: new Map(jobs.map((job) => [job.id, job])),
    order: jobs.map((job) => job.id),
    progress: new Map(),
  }
}

/** The same object when no event concerns the queue. */
export function reduceQueue(state: QueueState, events: readonly AppEvent[]): QueueState {
  let jobs: Map<JobId, JobView> | null = null
  let progress: Map<JobId, JobProgress> | null = null
  const added: JobId[] = []
  const removed = new Set<JobId>()
  const known = (id: JobId) => (jobs ?? state.jobs).has(id)

  for (const event of events) {
    if (event.type === 'job.changed') {
      const { job } = event
      if (!known(job.id)) added.push(job.id)
      jobs ??= new Map(state.jobs)
      jobs.set(job.id, job)
      if (job.status !== 'uploading' && (progress ?? state.progress).has(job.id)) {
        progress ??= new Map(state.progress)
        progress.delete(job.id)
      }
    } else if (event.type === 'job.removed') {
      if (!known(event.jobId)) continue
      jobs ??= new Map(state.jobs)
      jobs.delete(event.jobId)
      progress ??= new Map(state.progress)
      progress.delete(event.jobId)
      removed.add(event.jobId)
    } else if (event.type === 'job.progressed') {
      progress ??= new Map(state.progress)
      progress.set(event.progress.jobId, event.progress)
    }
  }
  if (jobs === null && progress === null) return state
  const left = removed.size > 0 ? state.order.filter((id) => !removed.has(id)) : state.order
  const order = added.length > 0 ? [...left, ...added.filter((id) => jobs?.has(id))] : left
  return { jobs: jobs ?? state.jobs, order, progress: progress ?? state.progress }
}
