// Reads the journal of a dead app from a copy, so that the next run finds it as the kill left it.
import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { jobStatusSchema } from '../../shared/model/job.ts'
import type { Evidence } from './verdict.ts'

export type Journal = Pick<Evidence, 'jobs' | 'record'>

const FILES = ['wharf.db', 'wharf.db-wal']

/** Accounts are called by their IDs. Throws where the journal is damaged. */
export function readJournal(dataFolder: string, copyFolder: string): Journal {
  rmSync(copyFolder, { recursive: true, force: true })
  mkdirSync(copyFolder, { recursive: true })
  for (const file of FILES)
    if (existsSync(join(dataFolder, file))) copyFileSync(join(dataFolder, file), join(copyFolder, file))
  const database = new DatabaseSync(join(copyFolder, 'wharf.db'))
  const rows = (sql: string) => database.prepare(sql).all() as Record<string, string | null>[]
  const [check] = rows('PRAGMA quick_check')
  if (check?.['quick_check'] !== 'ok') throw new Error(`The journal is damaged: ${JSON.stringify(check)}`)
  const jobs = rows('SELECT account_id, facts, status, asset_id FROM jobs').map((row) => ({
    account: String(row['account_id']),
    name: (JSON.parse(String(row['facts'])) as { name: string }).name,
    status: jobStatusSchema.parse(row['status']),
    assetId: row['asset_id'] ?? null,
  }))
  const record = rows('SELECT account_id, primary_id, sha256 FROM assets').map((row) => ({
    account: String(row['account_id']),
    assetId: String(row['primary_id']),
    sha256: String(row['sha256']),
  }))
  database.close()
  return { jobs, record }
}
