// Adds up the queue for its header.
import type { QueueState } from '../../stores/queue-store.ts'

export type Totals = {
  readonly total: number
  readonly done: number
  readonly failed: number
  readonly needsYou: number
  /** Jobs that will still move by themselves. */
  readonly pending: number
  readonly cleared: number
  readonly bytesPerSecond: number
  /** null: nothing moves, so no time can be told. */
  readonly remainingMs: number | null
}

export function totalsOf({ jobs, progress }: QueueState): Totals {
  const counts = { total: 0, done: 0, failed: 0, needsYou: 0, pending: 0, cleared: 0 }
  let bytesPerSecond = 0
  let remainingBytes = 0
  for (const job of jobs.values()) {
    if (job.status === 'cancelled') {
      counts.cleared += 1
      continue
    }
    counts.total += 1
    if (job.status === 'done') {
      counts.done += 1
      counts.cleared += 1
    } else if (job.status === 'failed') counts.failed += 1
    else if (job.status === 'unconfirmed') counts.needsYou += 1
    else if (job.status !== 'paused') {
      const moved = progress.get(job.id)
      counts.pending += 1
      remainingBytes += Math.max(0, job.sizeBytes - (moved?.sentBytes ?? 0))
      if (job.status === 'uploading') bytesPerSecond += moved?.bytesPerSecond ?? 0
    }
  }
  const remainingMs =
    bytesPerSecond > 0 && remainingBytes > 0 ? (remainingBytes / bytesPerSecond) * 1000 : null
  return { ...counts, bytesPerSecond, remainingMs }
}
