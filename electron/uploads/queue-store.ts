// The queue's journal: every job in the database, written before anything acts on it.
import type { Database } from '../store/sqlite.ts'
import { failure, WharfError } from '../../shared/errors.ts'
import type { JobId } from '../../shared/ids.ts'
import { jobSchema, type Job } from './job.ts'

export type QueueStore = {
  /** Written by a newer Wharf: nothing is ever saved. */
  readonly isReadOnly: boolean
  /**
   * In queue order: all that are not done, with the latest 500 of those that are. The others have left the queue; what
   * came of them is in the record. Rows that are damaged, or that only a newer Wharf can read, are left out.
   */
  readonly load: () => Job[]
  /** Takes some of those that `load` left behind out of the database; false: there are no more. */
  readonly sweep: () => boolean
  /**
   * Durable when it returns, together with what `alongside` writes. Throws `record-unwritable`, for example when the
   * disk is full, or `database-newer` where it is open for reading only; then nothing was written.
   */
  readonly save: (jobs: readonly Job[], alongside?: () => void) => void
  /** Gives the jobs their positions, which may be each other's. */
  readonly reorder: (jobs: readonly Job[]) => void
  readonly remove: (ids: readonly JobId[]) => void
  /** Tries it. */
  readonly canWrite: () => boolean
}

const COLUMNS = [
  'id',
  'position',
  'account_id',
  'file_id',
  'path',
  'facts',
  'fields',
  'identity',
  'sha256',
  'status',
  'attempts',
  'started_at_ms',
  'tried_since_ms',
  'waiting_until_ms',
  'failure',
  'asset_id',
  'created_at_ms',
] as const
/** What an index holds is left alone, so that its pages are not written again. Only `reorder` gives another position. */
const CHANGING = COLUMNS.filter((column) => column !== 'id' && column !== 'position')
/** Done, and recorded under its ID. A job that a person called done has none: only the queue knows of it. */
const IS_RECORDED = "status = 'done' AND asset_id IS NOT NULL"
/** Nobody scrolls further back than that in a queue; the library is for searching. */
const DONE_KEPT = 500
const SWEPT_AT_ONCE = 500
/** Below any position in use. */
const OUT_OF_THE_WAY = -(2 ** 50)

type Row = Record<(typeof COLUMNS)[number], string | number | null>

export function createQueueStore(database: Database): QueueStore {
  // The condition of the index `jobs_not_done`, word for word, since only then it is used.
  const selectNotDone = database.prepare(
    `SELECT ${COLUMNS.join(', ')} FROM jobs WHERE status <> 'done' OR asset_id IS NULL ORDER BY position`,
  )
  const selectDone = database.prepare(
    `SELECT ${COLUMNS.join(', ')} FROM jobs WHERE ${IS_RECORDED} ORDER BY position DESC LIMIT ${String(DONE_KEPT)}`,
  )
  const sweepSome = database.prepare(
    `DELETE FROM jobs WHERE id IN
       (SELECT id FROM jobs WHERE ${IS_RECORDED} AND position < ? ORDER BY position LIMIT ?)`,
  )
  /** Recorded jobs below this position have left the queue; null: none have. */
  let keptFrom: number | null = null
  const upsert = database.prepare(
    `INSERT INTO jobs (${COLUMNS.join(', ')}) VALUES (${COLUMNS.map(() => '?').join(', ')})
     ON CONFLICT (id) DO UPDATE SET ${CHANGING.map((column) => `${column} = excluded.${column}`).join(', ')}`,
  )
  const place = database.prepare('UPDATE jobs SET position = ? WHERE id = ?')
  const erase = database.prepare('DELETE FROM jobs WHERE id = ?')
  const write = (work: () => void) => {
    if (database.isReadOnly) throw new WharfError(failure('database-newer', 'not-sent'))
    try {
      database.transaction(work)
    } catch (error) {
      throw new WharfError(failure('record-unwritable', 'not-sent'), { cause: error })
    }
  }
  return {
    isReadOnly: database.isReadOnly,
    load: () => {
      const done = selectDone.all() as Row[]
      keptFrom = done.length < DONE_KEPT ? null : Number(done.at(-1)?.position)
      const rows = [...(selectNotDone.all() as Row[]), ...done]
      return rows.flatMap(toJob).sort((a, b) => a.position - b.position)
    },
    sweep: () => {
      let hasSwept = false
      if (keptFrom !== null)
        write(() => {
          hasSwept = sweepSome.run(keptFrom, SWEPT_AT_ONCE).changes > 0
        })
      return hasSwept
    },
    save: (jobs, alongside) => {
      write(() => {
        alongside?.()
        for (const job of jobs) {
          const row = toRow(job)
          upsert.run(...COLUMNS.map((column) => row[column]))
        }
      })
    },
    reorder: (jobs) => {
      write(() => {
        // They are not in the table, so it cannot know of one that is in the way.
        if (keptFrom !== null) sweepSome.run(keptFrom, -1)
        jobs.forEach(({ id }, index) => place.run(OUT_OF_THE_WAY - index, id))
        jobs.forEach(({ id, position }) => place.run(position, id))
      })
    },
    remove: (ids) => {
      write(() => {
        for (const id of ids) erase.run(id)
      })
    },
    canWrite: () => {
      try {
        // Leaves nothing behind, yet needs what every commit needs.
        database.transaction(() => {
          database.exec('CREATE TABLE trial (a); DROP TABLE trial')
        })
        return true
      } catch {
        return false
      }
    },
  }
}

function toRow(job: Job): Row {
  return {
    id: job.id,
    position: job.position,
    account_id: job.accountId,
    file_id: job.fileId,
    path: job.path,
    facts: JSON.stringify(job.facts),
    fields: JSON.stringify(job.fields),
    identity: JSON.stringify(job.identity),
    sha256: job.sha256,
    status: job.status,
    attempts: job.attempts,
    started_at_ms: job.startedAtMs,
    tried_since_ms: job.triedSinceMs,
    waiting_until_ms: job.waitingUntilMs,
    failure: job.failure && JSON.stringify(job.failure),
    asset_id: job.assetId,
    created_at_ms: job.createdAtMs,
  }
}

/** undefined, which no field of a job may be, for what is no JSON any more: a bit that turned on the disk. */
function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function toJob(row: Row): Job[] {
  const json = (text: string | number | null) => (text === null ? null : parsedJson(String(text)))
  const parsed = jobSchema.safeParse({
    id: row.id,
    position: row.position,
    accountId: row.account_id,
    fileId: row.file_id,
    path: row.path,
    facts: json(row.facts),
    fields: json(row.fields),
    identity: json(row.identity),
    sha256: row.sha256,
    status: row.status,
    attempts: row.attempts,
    startedAtMs: row.started_at_ms,
    triedSinceMs: row.tried_since_ms,
    waitingUntilMs: row.waiting_until_ms,
    failure: json(row.failure),
    assetId: row.asset_id,
    createdAtMs: row.created_at_ms,
  })
  return parsed.success ? [parsed.data] : []
}
