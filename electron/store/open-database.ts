// Opens the app's database whatever state its file is in, without ever overwriting it.
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
  const database = openSqlite(path)
  try {
    if (versionOf(database) <= SCHEMA_VERSION) {
      migrate(database)
      return { database, notice: null }
    }
  } catch (error) {
    database.close()
    throw error
  }
  database.close()
  return {
    database: openSqlite(path, { isReadOnly: true }),
    notice: { code: 'database-newer', fileName: null },
  }
}
