// Finds the job that a person who watches the queue wants to see.
import type { JobId } from '../../../shared/ids.ts'
import type { QueueState } from '../../stores/queue-store.ts'

let seen: { readonly of: Pick<QueueState, 'jobs' | 'order'>; readonly id: JobId | null } | null = null

/** The first that is uploading; null: none. Looked for anew only when a job has changed, not while bytes move. */
export function firstActive({ jobs, order }: QueueState): JobId | null {
  if (seen?.of.jobs !== jobs || seen.of.order !== order) {
    const id = order.find((candidate) => jobs.get(candidate)?.status === 'uploading') ?? null
    seen = { of: { jobs, order }, id }
  }
  return seen.id
}
