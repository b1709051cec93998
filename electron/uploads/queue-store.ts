// The queue's journal: every job in the database, written before anything acts on it.
import type { Database } from '../store/sqlite.ts'
import { failure, WharfError } from '../../shared/errors.ts'
import type { JobId } from '../../shared/ids.ts'
import { jobSchema, type Job } from './job.ts'

export type QueueStore = {
  /** In queue order. Rows that only a newer Wharf can read are left out. */
  readonly load: () => Job[]
  /**
   * Durable when it returns, together with what `alongside` writes. Throws `record-unwritable`, for example when the
   * disk is full; then nothing was written.
   */
  readonly save: (jobs: readonly Job[], alongside?: () => void) => void
  readonly remove: (ids: readonly JobId[]) => void
}

const COLUMNS = [
  'id',
  'position',
  'account_id',
  'path',
  'facts',
  'fields',
  'identity',
  'status',
  'attempts',
  'started_at_ms',
  'waiting_until_ms',
  'failure',
  'asset_id',
  'created_at_ms',
] as const
type Row = Record<(typeof COLUMNS)[number], string | number | null>

export function createQueueStore(database: Database): QueueStore {
  const select = database.prepare(`SELECT ${COLUMNS.join(', ')} FROM jobs ORDER BY position`)
  const upsert = database.prepare(
    `INSERT INTO jobs (${COLUMNS.join(', ')}) VALUES (${COLUMNS.map(() => '?').join(', ')})
     ON CONFLICT (id) DO UPDATE SET ${COLUMNS.map((column) => `${column} = excluded.${column}`).join(', ')}`,
  )
  const erase = database.prepare('DELETE FROM jobs WHERE id = ?')
  const write = (work: () => void) => {
    try {
      database.transaction(work)
    } catch (error) {
      throw new WharfError(failure('record-unwritable', 'not-sent'), { cause: error })
    }
  }
  return {
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
    remove: (ids) => {
      write(() => {
        for (const id of ids) erase.run(id)
      })
    },
  }
}

function toRow(job: Job): Row {
  return {
    id: job.id,
    position: job.position,
    account_id: job.accountId,
    path: job.path,
    facts: JSON.stringify(job.facts),
    fields: JSON.stringify(job.fields),
    identity: JSON.stringify(job.identity),
    status: job.status,
    attempts: job.attempts,
    started_at_ms: job.startedAtMs,
    waiting_until_ms: job.waitingUntilMs,
    failure: job.failure && JSON.stringify(job.failure),
    asset_id: job.assetId,
    created_at_ms: job.createdAtMs,
  }
}

function toJob(row: Row): Job[] {
  const json = (text: string | number | null) =>
    text === null ? null : (JSON.parse(String(text)) as unknown)
  const parsed = jobSchema.safeParse({
    id: row.id,
    position: row.position,
    accountId: row.account_id,
    path: row.path,
    facts: json(row.facts),
    fields: json(row.fields),
    identity: json(row.identity),
    status: row.status,
    attempts: row.attempts,
    startedAtMs: row.started_at_ms,
    waitingUntilMs: row.waiting_until_ms,
    failure: json(row.failure),
    assetId: row.asset_id,
    createdAtMs: row.created_at_ms,
  })
  return parsed.success ? [parsed.data] : []
}
