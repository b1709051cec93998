// The jobs with their journal: an event is a step, saved before anything acts on it.
import { randomUUID } from 'node:crypto'
import { jobIdSchema, type JobId } from '../../shared/ids.ts'
import { createAlarms } from './alarms.ts'
import type { Job } from './job.ts'
import type { Effect, JobEvent } from './job-event.ts'
import { moved, type MoveTo } from './job-order.ts'
import { createJobTable, type JobTable } from './job-table.ts'
import { step } from './machine.ts'
import type { QueueStore } from './queue-store.ts'

export type NewJob = Pick<Job, 'accountId' | 'fileId' | 'path' | 'facts' | 'fields' | 'identity' | 'sha256'>

export type JournalledJobs = {
  readonly table: Omit<JobTable, 'put' | 'remove' | 'nextPosition'>
  /** All of these throw when the journal cannot be written; then nothing has changed. */
  readonly add: (jobs: readonly NewJob[]) => readonly JobId[]
  readonly apply: (ids: readonly JobId[], event: JobEvent) => void
  readonly move: (ids: readonly JobId[], to: MoveTo) => void
  readonly remove: (ids: readonly JobId[]) => void
  /** False: the journal cannot be written, so the job did not start. */
  readonly start: (id: JobId) => boolean
  /** For events no caller waits for: while the journal cannot be written they are kept, in order. */
  readonly note: (ids: readonly JobId[], event: JobEvent, alongside?: () => void) => void
  readonly isWritable: () => boolean
  readonly stop: () => void
}

type Options = {
  readonly store: QueueStore
  readonly nowMs: () => number
  readonly steadyMs: () => number
  /** From 0 to 1. */
  readonly random: () => number
  readonly perform: (job: Job, effect: Effect) => void
  /** After events, when their effects are done. */
  readonly onSettled: () => void
  readonly onChanged: (job: Job) => void
  readonly onRemoved: (id: JobId) => void
  readonly onUnwritable: (error: unknown) => void
  readonly onWritable: () => void
}

type Kept = {
  readonly ids: readonly JobId[]
  readonly event: JobEvent
  readonly alongside: (() => void) | undefined
}

const UNWRITABLE_PAUSE_MS = 5000

export function createJournalledJobs(options: Options): JournalledJobs {
  const { store, nowMs, steadyMs, random, perform, onSettled } = options
  const table = createJobTable(store.load())
  const kept: Kept[] = []
  let isWritable = true
  const alarm = createAlarms<'journal'>({ steadyMs, onDue: tryAgain })

  function written<T>(write: () => T): T {
    try {
      return write()
    } catch (error) {
      if (store.isReadOnly) throw error
      if (isWritable) options.onUnwritable(error)
      isWritable = false
      alarm.set('journal', UNWRITABLE_PAUSE_MS)
      throw error
    }
  }

  function tryAgain() {
    if (!store.canWrite()) {
      alarm.set('journal', UNWRITABLE_PAUSE_MS)
      return
    }
    isWritable = true
    options.onWritable()
    kept.splice(0).forEach(({ ids, event, alongside }) => {
      note(ids, event, alongside)
    })
    onSettled()
  }

  function put(jobs: readonly Job[]) {
    jobs.forEach((job) => {
      table.put(job)
      options.onChanged(job)
    })
  }

  function apply(ids: readonly JobId[], event: JobEvent, alongside?: () => void) {
    const steps = ids.flatMap((id) => {
      const job = table.get(id)
      return job ? [{ before: job, ...step(job, event, { nowMs: nowMs(), jitter: random() }) }] : []
    })
    const changed = steps.flatMap(({ before, job }) => (before === job ? [] : [job]))
    if (changed.length > 0)
      written(() => {
        store.save(changed, alongside)
      })
    put(changed)
    steps.forEach(({ job, effects }) => {
      effects.forEach((effect) => {
        perform(job, effect)
      })
    })
    onSettled()
  }

  function note(ids: readonly JobId[], event: JobEvent, alongside?: () => void) {
    try {
      if (!isWritable) kept.push({ ids, event, alongside })
      else apply(ids, event, alongside)
    } catch (error) {
      if (isWritable) throw error
      kept.push({ ids, event, alongside })
    }
  }

  return {
    table,
    add: (newJobs) => {
      const jobs = newJobs.map((job): Job => ({
        ...job,
        id: jobIdSchema.parse(randomUUID()),
        position: table.nextPosition(),
        status: 'queued',
        attempts: 0,
        startedAtMs: null,
        triedSinceMs: null,
        waitingUntilMs: null,
        failure: null,
        assetId: null,
        createdAtMs: nowMs(),
      }))
      written(() => {
        store.save(jobs)
      })
      put(jobs)
      return jobs.map(({ id }) => id)
    },
    apply: (ids, event) => {
      apply(ids, event)
    },
    move: (ids, to) => {
      const jobs = moved(table.all(), new Set(ids), to)
      if (jobs.length === 0) return
      written(() => {
        store.reorder(jobs)
      })
      // Out of the table first: on the way there two jobs must not meet in one place.
      jobs.forEach(({ id }) => {
        table.remove(id)
      })
      put(jobs)
    },
    remove: (ids) => {
      if (ids.length > 0)
        written(() => {
          store.remove(ids)
        })
      ids.forEach((id) => {
        table.remove(id)
        options.onRemoved(id)
      })
    },
    start: (id) => {
      try {
        apply([id], { type: 'start' })
        return true
      } catch (error) {
        if (isWritable) throw error
        return false
      }
    },
    note,
    isWritable: () => isWritable,
    stop: alarm.stop,
  }
}
