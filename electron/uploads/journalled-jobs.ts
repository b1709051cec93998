// The jobs with their journal: an event is a step, saved before anything acts on it.
import { randomUUID } from 'node:crypto'
import { jobIdSchema, type JobId } from '../../shared/ids.ts'
import { createAlarms } from './alarms.ts'
import { createGathering } from './gathering.ts'
import { createJobChanges } from './job-changes.ts'
import type { Job } from './job.ts'
import type { AccountEffect, Effect, JobEvent } from './job-event.ts'
import { moved, type MoveTo } from './job-order.ts'
import { createJobTable, type JobTable } from './job-table.ts'
import type { QueueStore } from './queue-store.ts'

export type NewJob = Pick<Job, 'accountId' | 'fileId' | 'path' | 'facts' | 'fields' | 'identity' | 'sha256'>

export type JournalledJobs = {
  readonly table: Omit<JobTable, 'put' | 'remove' | 'nextPosition'>
  /** All of these throw when the journal cannot be written; then nothing has changed. */
  readonly add: (jobs: readonly NewJob[]) => readonly JobId[]
  readonly apply: (ids: readonly JobId[], event: JobEvent) => void
  readonly move: (ids: readonly JobId[], to: MoveTo) => void
  readonly remove: (ids: readonly JobId[]) => void
  /**
   * For events no caller waits for: gathered with others of the same moment into one transaction, in order. While the
   * journal cannot be written they are kept.
   */
  readonly note: (ids: readonly JobId[], event: JobEvent, alongside?: () => void) => void
  /** Starts in a moment what may start by then. */
  readonly reconsider: () => void
  /** Writes what was noted, now. */
  readonly flush: () => void
  readonly isWritable: () => boolean
  /** Writes what was noted, for the last time. */
  readonly stop: () => void
}

type Options = {
  readonly store: QueueStore
  readonly nowMs: () => number
  readonly steadyMs: () => number
  /** From 0 to 1. */
  readonly random: () => number
  /** Called before it is asked what may start; once more if the journal then refuses the event. */
  readonly heed: (job: Job, effect: AccountEffect) => void
  /** Called once the journal has the event. */
  readonly perform: (job: Job, effect: Exclude<Effect, AccountEffect>) => void
  /** Which jobs may start now, by the table. They start in the transaction of the events that let them. */
  readonly startable: () => readonly JobId[]
  /** How many requests are under way whose ends would fit into the same transaction. */
  readonly underWayCount: () => number
  /** Of one transaction, in the order of their changes. */
  readonly onChanged: (jobs: readonly Job[]) => void
  readonly onRemoved: (id: JobId) => void
  readonly onUnwritable: (error: unknown) => void
  readonly onWritable: () => void
}

type Note = {
  readonly ids: readonly JobId[]
  readonly event: JobEvent
  readonly alongside?: (() => void) | undefined
}

const UNWRITABLE_PAUSE_MS = 5000

export function createJournalledJobs(options: Options): JournalledJobs {
  const { store, nowMs, steadyMs, random, heed, perform, startable } = options
  const table = createJobTable(store.load())
  const noted: Note[] = []
  let isWritable = true
  const canWrite = () => isWritable
  const alarm = createAlarms<'journal'>({ steadyMs, onDue: tryAgain })
  const gathering = createGathering({ underWayCount: options.underWayCount, onGathered: flush })

  function written(write: () => void) {
    try {
      write()
      if (!isWritable) writesAgain()
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
    writesAgain()
  }

  function writesAgain() {
    isWritable = true
    alarm.drop('journal')
    options.onWritable()
    gathering.hurry()
  }

  function put(jobs: readonly Job[]) {
    jobs.forEach(table.put)
    options.onChanged(jobs)
  }

  /** What was noted, what heeding it brings, the starts that it lets happen: journalled in one, or none of it. */
  function commit() {
    gathering.end()
    const changes = createJobChanges(table, () => ({
      nowMs: nowMs(),
      steadyMs: Math.floor(steadyMs()),
      jitter: random(),
    }))
    const notes: Note[] = []
    const wanted: (() => void)[] = []
    const alongside: (() => void)[] = []
    const take = (note: Note) => {
      const taken = changes.take(note.ids, note.event)
      if (taken.hasChanged && note.alongside) alongside.push(note.alongside)
      for (const { job, effect } of taken.asked)
        if (effect.type === 'block-account' || effect.type === 'learn-limit') heed(job, effect)
        else
          wanted.push(() => {
            perform(job, effect)
          })
    }
    try {
      for (let note = noted.shift(); note; note = noted.shift()) {
        notes.push(note)
        take(note)
      }
      take({ ids: startable(), event: { type: 'start' } })
      if (changes.latest().length > 0)
        written(() => {
          store.save(changes.latest(), () => {
            alongside.forEach((write) => {
              write()
            })
          })
        })
    } catch (error) {
      changes.undo()
      noted.unshift(...notes)
      throw error
    }
    if (changes.all().length > 0) options.onChanged(changes.all())
    wanted.forEach((act) => {
      act()
    })
  }

  function flush() {
    gathering.end()
    if (!canWrite()) return
    try {
      commit()
    } catch (error) {
      if (canWrite()) throw error
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
      const own = { ids, event }
      noted.push(own)
      try {
        commit()
      } catch (error) {
        noted.splice(noted.indexOf(own), 1)
        throw error
      }
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
      flush()
      if (ids.length > 0)
        written(() => {
          store.remove(ids)
        })
      ids.forEach((id) => {
        table.remove(id)
        options.onRemoved(id)
      })
    },
    note: (ids, event, alongside) => {
      noted.push({ ids, event, alongside })
      gathering.add()
    },
    reconsider: gathering.hurry,
    flush,
    isWritable: canWrite,
    stop: () => {
      flush()
      gathering.end()
      alarm.stop()
    },
  }
}
