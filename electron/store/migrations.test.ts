// Shows that a database of an older Wharf keeps what is in it.
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { temporaryFolder } from '../sandbox/sandbox.testkit.ts'
import { migrate, SCHEMA_VERSION, versionOf } from './migrations.ts'
import { openSqlite } from './sqlite.ts'

/** The tables of version 1, before uploads had options. */
const VERSION_1 = `
  CREATE TABLE jobs (id TEXT PRIMARY KEY, position INTEGER NOT NULL UNIQUE, account_id TEXT NOT NULL,
    path TEXT NOT NULL, facts TEXT NOT NULL, identity TEXT NOT NULL, status TEXT NOT NULL,
    attempts INTEGER NOT NULL, started_at_ms INTEGER, waiting_until_ms INTEGER, failure TEXT, asset_id TEXT,
    created_at_ms INTEGER NOT NULL) STRICT;
  CREATE TABLE assets (id INTEGER PRIMARY KEY, account_id TEXT NOT NULL, provider_id TEXT NOT NULL,
    primary_id TEXT NOT NULL, asset TEXT NOT NULL, kind TEXT NOT NULL, file_name TEXT NOT NULL,
    size_bytes INTEGER NOT NULL, sha256 TEXT NOT NULL, mime_type TEXT, source_path TEXT NOT NULL,
    source_identity TEXT NOT NULL, uploaded_at_ms INTEGER NOT NULL, UNIQUE (account_id, primary_id)) STRICT;
  INSERT INTO jobs VALUES ('job-1', 1, 'account-1', '/a.png', '{}', '{}', 'queued', 0, NULL, NULL, NULL, NULL, 5);
  PRAGMA user_version = 1`

it('a job of version 1 is there after the update, without options', async () => {
  const database = openSqlite(join(await temporaryFolder(), 'wharf.db'))
  onTestFinished(() => {
    database.close()
  })
  database.exec(VERSION_1)
  migrate(database)
  expect(versionOf(database)).toBe(SCHEMA_VERSION)
  expect(database.prepare('SELECT id, path, fields FROM jobs').all()).toEqual([
    { id: 'job-1', path: '/a.png', fields: '{}' },
  ])
})
