// Counts the uploads that are running, for each account.
import type { AccountId, JobId } from '../../../shared/ids.ts'
import type { JobView } from '../../../shared/model/job.ts'

type Jobs = ReadonlyMap<JobId, JobView>

// Every entry of the sidebar asks whenever the queue changes: the jobs are gone through once for all of them.
let counted: { readonly jobs: Jobs; readonly counts: ReadonlyMap<AccountId, number> } | null = null

export function runningCount(jobs: Jobs, accountId: AccountId): number {
  if (counted?.jobs !== jobs) counted = { jobs, counts: countRunning(jobs) }
  return counted.counts.get(accountId) ?? 0
}

function countRunning(jobs: Jobs): ReadonlyMap<AccountId, number> {
  const counts = new Map<AccountId, number>()
  for (const { accountId, status } of jobs.values())
    if (status === 'uploading') counts.set(accountId, (counts.get(accountId) ?? 0) + 1)
  return counts
}
