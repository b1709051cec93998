// Sums up what came of the jobs that ran since the queue was last at rest.
import type { JobId } from '../../shared/ids.ts'
import type { JobView } from '../../shared/model/job.ts'
import type { QueueState } from './queue-store.ts'

export type BatchResult = { readonly uploaded: number; readonly failed: number; readonly needsYou: number }

const MOVING: ReadonlySet<JobView['status']> = new Set(['queued', 'uploading', 'checking'])

/** Returns a function to call with each new state of the queue; it answers when a batch just ended. */
export function watchBatches(): (state: QueueState) => BatchResult | null {
  const running = new Set<JobId>()
  let moving = new Set<JobId>()
  return ({ jobs }) => {
    const now = new Set<JobId>()
    for (const job of jobs.values())
      if (MOVING.has(job.status)) {
        now.add(job.id)
        running.add(job.id)
      }
    const ended = moving.size > 0 && now.size === 0
    moving = now
    if (!ended) return null
    const ids = [...running]
    running.clear()
    const count = (status: JobView['status']) => ids.filter((id) => jobs.get(id)?.status === status).length
    return { uploaded: count('done'), failed: count('failed'), needsYou: count('unconfirmed') }
  }
}
