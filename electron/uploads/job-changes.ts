// The changes of one transaction, made in memory at once so that its later events see them, taken back if it fails.
import type { JobId } from '../../shared/ids.ts'
import type { Effect, JobEvent } from './job-event.ts'
import type { JobTable } from './job-table.ts'
import type { Job } from './job.ts'
import { step, type Moment } from './machine.ts'

/** What one event came to. */
export type Taken = {
  /** False: it means nothing to any of the jobs as they are. */
  readonly hasChanged: boolean
  readonly asked: readonly { readonly job: Job; readonly effect: Effect }[]
}

export type JobChanges = {
  readonly take: (ids: readonly JobId[], event: JobEvent) => Taken
  /** Each changed job as it is now. */
  readonly latest: () => readonly Job[]
  /** Every change in its order: a job that changed twice is there twice. */
  readonly all: () => readonly Job[]
  readonly undo: () => void
}

export function createJobChanges(table: JobTable, moment: () => Moment): JobChanges {
  const before = new Map<JobId, Job>()
  const changes: Job[] = []

  function put(from: Job, to: Job) {
    if (from === to) return
    if (!before.has(from.id)) before.set(from.id, from)
    table.put(to)
    changes.push(to)
  }
  return {
    take: (ids, event) => {
      const knownCount = changes.length
      const asked = ids.flatMap((id) => {
        const from = table.get(id)
        if (!from) return []
        const { job, effects } = step(from, event, moment())
        put(from, job)
        return effects.map((effect) => ({ job, effect }))
      })
      return { hasChanged: changes.length > knownCount, asked }
    },
    latest: () => [...before.keys()].flatMap((id) => table.get(id) ?? []),
    all: () => changes,
    undo: () => {
      before.forEach(table.put)
    },
  }
}
