// Opens the app's database whatever state its file is in, without ever overwriting it.
import { existsSync } from 'node:fs'
import type { Notice } from '../../shared/model/notice.ts'
import { migrate, SCHEMA_VERSION, versionOf } from './migrations.ts'
import { setAside } from './set-aside.ts'
import { openSqlite, type Database } from './sqlite.ts'

export type OpenedDatabase = { readonly database: Database; readonly notice: Omit<Notice, 'id'> | null }

/** SQLite's own codes for "not a database" and "malformed". */
const DAMAGED = /not a database|malformed/i

/**
 * A damaged file is kept aside with a new one begun; a newer schema is opened for reading only. Both are told to the
 * person by the notice. Any other error (no permission, disk full) is thrown.
 */
export function openDatabase(path: string, nowMs: number): OpenedDatabase {
  try {
    return openCurrent(path)
  } catch (error) {
    if (!(error instanceof Error && DAMAGED.test(error.message))) throw error
    const fileName = setAside(path, nowMs)
    return { ...openCurrent(path), notice: { code: 'database-set-aside', fileName } }
  }
}

function openCurrent(path: string): OpenedDatabase {
  // Looked at without the right to write first: SQLite throws away the log beside a file that it cannot read.
  const found = existsSync(path) ? openSqlite(path, { isReadOnly: true }) : null
  if (found && versionOf(found) > SCHEMA_VERSION)
    return { database: found, notice: { code: 'database-newer', fileName: null } }
  found?.close()
  const database = openSqlite(path)
  try {
    migrate(database)
    checkQueue(database)
    return { database, notice: null }
  } catch (error) {
    database.close()
    throw error
  }
}

/**
 * The queue is read whole when the app starts, so damage to it may not wait to be met there. Costs a twentieth of that
 * reading; damage to the record shows when a query meets it.
 */
function checkQueue(database: Database): void {
  const [found] = database.prepare('PRAGMA quick_check(jobs)').all() as { quick_check: string }[]
  if (found?.quick_check !== 'ok') throw new Error(`The queue is malformed: ${found?.quick_check ?? ''}`)
}
