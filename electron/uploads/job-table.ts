// All jobs in memory, indexed by what the schedule asks for.
import type { AccountId, JobId } from '../../shared/ids.ts'
import type { JobStatus } from '../../shared/model/job.ts'
import { POSITION_STEP } from './job-order.ts'
import type { Job } from './job.ts'

export type JobTable = {
  readonly get: (id: JobId) => Job | undefined
  /** In queue order. */
  readonly all: () => readonly Job[]
  readonly put: (job: Job) => void
  readonly remove: (id: JobId) => void
  readonly accounts: () => readonly AccountId[]
  /** The first `count` queued jobs of the account, in queue order. */
  readonly queued: (accountId: AccountId, count: number) => readonly JobId[]
  readonly ofAccount: (accountId: AccountId, statuses: ReadonlySet<JobStatus>) => readonly JobId[]
  readonly runningCount: (accountId: AccountId) => number
  readonly nextPosition: () => number
}

export function createJobTable(loaded: readonly Job[]): JobTable {
  const jobs = new Map<JobId, Job>()
  const queued = new Map<AccountId, Job[]>()
  const running = new Map<AccountId, Set<JobId>>()
  let lastPosition = 0

  const leave = (job: Job) => {
    const line = queued.get(job.accountId) ?? []
    const place = placeIn(line, job.position)
    if (line[place]?.id === job.id) line.splice(place, 1)
    running.get(job.accountId)?.delete(job.id)
  }
  const enter = (job: Job) => {
    const line = queued.get(job.accountId) ?? []
    queued.set(job.accountId, line)
    if (job.status === 'queued') line.splice(placeIn(line, job.position), 0, job)
    if (job.status !== 'uploading') return
    const ids = running.get(job.accountId) ?? new Set()
    running.set(job.accountId, ids.add(job.id))
  }
  const put = (job: Job) => {
    const before = jobs.get(job.id)
    if (before) leave(before)
    jobs.set(job.id, job)
    lastPosition = Math.max(lastPosition, job.position)
    enter(job)
  }
  loaded.forEach(put)
  const all = () => [...jobs.values()].sort((a, b) => a.position - b.position)

  return {
    get: (id) => jobs.get(id),
    all,
    put,
    remove: (id) => {
      const job = jobs.get(id)
      if (!job) return
      jobs.delete(id)
      leave(job)
    },
    accounts: () => [...queued.keys()],
    queued: (accountId, count) => (queued.get(accountId) ?? []).slice(0, count).map(({ id }) => id),
    ofAccount: (accountId, statuses) =>
      all().flatMap((job) => (job.accountId === accountId && statuses.has(job.status) ? [job.id] : [])),
    runningCount: (accountId) => running.get(accountId)?.size ?? 0,
    nextPosition: () => (lastPosition += POSITION_STEP),
  }
}

/** Where the job of that position is in the line, or would be. */
function placeIn(line: readonly Job[], position: number): number {
  let low = 0
  let high = line.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((line[middle]?.position ?? Infinity) < position) low = middle + 1
    else high = middle
  }
  return low
}
