// The port over the SQLite driver: everything else speaks to this, so that the driver can change in one place.
import { DatabaseSync, type StatementSyncInstance } from '@photostructure/sqlite'

export type Statement = Pick<StatementSyncInstance, 'run' | 'get' | 'all'>

export type Database = {
  readonly isReadOnly: boolean
  readonly exec: (sql: string) => void
  readonly prepare: (sql: string) => Statement
  /** Commits when `work` returns, rolls back when it throws. */
  readonly transaction: <T>(work: () => T) => T
  readonly close: () => void
}

/**
 * Durable to the disk at each commit (WAL with `synchronous=FULL`): an intent must survive a power cut. The driver's
 * own error is thrown when the file is no database.
 */
export function openSqlite(path: string, { isReadOnly = false } = {}): Database {
  const driver = new DatabaseSync(path, { readOnly: isReadOnly, timeout: 5000 })
  try {
    if (!isReadOnly) driver.exec('PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON')
    // Reads the header and the schema, so that a damaged file is noticed here rather than at some later query.
    driver.prepare('SELECT count(*) FROM sqlite_master').get()
  } catch (error) {
    driver.close()
    throw error
  }
  return {
    isReadOnly,
    exec: (sql) => {
      driver.exec(sql)
    },
    prepare: (sql) => driver.prepare(sql),
    transaction: (work) => {
      driver.exec('BEGIN IMMEDIATE')
      try {
        const result = work()
        driver.exec('COMMIT')
        return result
      } catch (error) {
        // After a full disk, for one, SQLite has rolled back by itself.
        if (driver.isTransaction) driver.exec('ROLLBACK')
        throw error
      }
    },
    close: () => {
      driver.close()
    },
  }
}
