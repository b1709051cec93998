// Tells whether an account has uploads that wait for their turn.
import type { AccountId, JobId } from '../../../shared/ids.ts'
import type { JobView } from '../../../shared/model/job.ts'

export function hasQueued(jobs: ReadonlyMap<JobId, JobView>, accountId: AccountId): boolean {
  for (const job of jobs.values()) if (job.accountId === accountId && job.status === 'queued') return true
  return false
}
