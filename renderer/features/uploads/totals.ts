// Adds up the queue for its header.
import type { QueueState } from '../../stores/queue-store.ts'

export type Totals = {
  readonly total: number
  readonly done: number
  readonly failed: number
  readonly needsYou: number
  readonly paused: number
  /** Jobs that will still move by themselves. */
  readonly pending: number
  readonly cleared: number
  /** Of the jobs that are done or pending: what is out, and what there is in all. */
  readonly sentBytes: number
  readonly sizeBytes: number
}

export function totalsOf({ jobs, progress }: Pick<QueueState, 'jobs' | 'progress'>): Totals {
  const counts = { total: 0, done: 0, failed: 0, needsYou: 0, paused: 0, pending: 0, cleared: 0 }
  let sentBytes = 0
  let sizeBytes = 0
  for (const job of jobs.values()) {
    if (job.status === 'cancelled') {
      counts.cleared += 1
      continue
    }
    counts.total += 1
    if (job.status === 'done') {
      counts.done += 1
      counts.cleared += 1
      sentBytes += job.sizeBytes
      sizeBytes += job.sizeBytes
    } else if (job.status === 'failed') counts.failed += 1
    else if (job.status === 'unconfirmed') counts.needsYou += 1
    else if (job.status === 'paused') counts.paused += 1
    else {
      counts.pending += 1
      sizeBytes += job.sizeBytes
      sentBytes += Math.min(job.sizeBytes, progress.get(job.id)?.sentBytes ?? 0)
    }
  }
  return { ...counts, sentBytes, sizeBytes }
}
