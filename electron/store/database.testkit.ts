// Gives a test a real database in a temporary folder, closed when the test is over.
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { temporaryFolder } from '../sandbox/sandbox.testkit.ts'
import { openDatabase } from './open-database.ts'
import type { Database } from './sqlite.ts'

export async function temporaryDatabase(): Promise<{ readonly path: string; readonly database: Database }> {
  const path = join(await temporaryFolder(), 'wharf.db')
  const { database } = openDatabase(path, 0)
  onTestFinished(() => {
    database.close()
  })
  return { path, database }
}
