// The queue's journal: every job in the database, written before anything acts on it.
import type { Database } from '../store/sqlite.ts'
import { failure, WharfError } from '../../shared/errors.ts'
import type { JobId } from '../../shared/ids.ts'
import { jobSchema, type Job } from './job.ts'

export type QueueStore = {
  /** Written by a newer Wharf: nothing is ever saved. */
  readonly isReadOnly: boolean
  /** In queue order. Rows that are damaged, or that only a newer Wharf can read, are left out. */
  readonly load: () => Job[]
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
/** Below any position in use. */
const OUT_OF_THE_WAY = -(2 ** 50)

type Row = Record<(typeof COLUMNS)[number], string | number | null>

export function createQueueStore(database: Database): QueueStore {
  const select = database.prepare(`SELECT ${COLUMNS.join(', ')} FROM jobs ORDER BY position`)
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
    load: () => (select.all() as Row[]).flatMap(toJob),
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
