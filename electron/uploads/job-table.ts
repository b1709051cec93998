// All jobs in memory, indexed by what the schedule asks for.
import type { AccountId, JobId } from '../../shared/ids.ts'
import type { Job } from './job.ts'

export type JobTable = {
  readonly get: (id: JobId) => Job | undefined
  readonly all: () => readonly Job[]
  readonly put: (job: Job) => void
  readonly remove: (id: JobId) => void
  readonly accounts: () => readonly AccountId[]
  /** The first `count` queued jobs of the account, longest waiting first. */
  readonly queued: (accountId: AccountId, count: number) => readonly JobId[]
  readonly runningCount: (accountId: AccountId) => number
  readonly nextPosition: () => number
}

export function createJobTable(loaded: readonly Job[]): JobTable {
  const jobs = new Map<JobId, Job>()
  const queued = new Map<AccountId, Set<JobId>>()
  const running = new Map<AccountId, Set<JobId>>()
  let lastPosition = 0

  const mark = (index: Map<AccountId, Set<JobId>>, job: Job, isIn: boolean) => {
    let ids = index.get(job.accountId)
    if (!ids) index.set(job.accountId, (ids = new Set()))
    if (isIn) ids.add(job.id)
    else ids.delete(job.id)
  }
  const put = (job: Job) => {
    jobs.set(job.id, job)
    lastPosition = Math.max(lastPosition, job.position)
    mark(queued, job, job.status === 'queued')
    mark(running, job, job.status === 'uploading')
  }
  loaded.forEach(put)

  return {
    get: (id) => jobs.get(id),
    all: () => [...jobs.values()],
    put,
    remove: (id) => {
      const job = jobs.get(id)
      if (!job) return
      jobs.delete(id)
      mark(queued, job, false)
      mark(running, job, false)
    },
    accounts: () => [...queued.keys()],
    queued: (accountId, count) => firstOf(queued.get(accountId) ?? [], count),
    runningCount: (accountId) => running.get(accountId)?.size ?? 0,
    nextPosition: () => (lastPosition += 1),
  }
}

function firstOf<T>(items: Iterable<T>, count: number): T[] {
  const first: T[] = []
  for (const item of items) {
    if (first.length >= count) break
    first.push(item)
  }
  return first
}
