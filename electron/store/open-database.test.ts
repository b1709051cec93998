// Shows that the database opens whatever its file is, and that no file is ever overwritten.
import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from '../sandbox/sandbox.testkit.ts'
import { migrate, SCHEMA_VERSION, versionOf } from './migrations.ts'
import { openDatabase } from './open-database.ts'
import { openSqlite } from './sqlite.ts'

const NOW_MS = Date.parse('2026-03-01T12:00:00.250Z')
const ASIDE = 'wharf.db.damaged-2026-03-01T12-00-00-250Z'

async function databasePath() {
  const folder = await temporaryFolder()
  return { folder, path: join(folder, 'wharf.db') }
}

const tables =
  "SELECT name FROM sqlite_master WHERE type = 'table' AND name IN ('jobs', 'assets') ORDER BY name"

test('an empty folder gets a database of the present schema', async () => {
  const { path } = await databasePath()
  const { database, notice } = openDatabase(path, NOW_MS)
  expect(notice).toBeNull()
  expect(database.isReadOnly).toBe(false)
  expect(versionOf(database)).toBe(SCHEMA_VERSION)
  expect(database.prepare(tables).all()).toEqual([{ name: 'assets' }, { name: 'jobs' }])
  database.close()
})

test('opening it again changes nothing, and migrating again neither', async () => {
  const { path } = await databasePath()
  openDatabase(path, NOW_MS).database.close()
  const before = readFileSync(path)
  const { database, notice } = openDatabase(path, NOW_MS)
  migrate(database)
  database.close()
  expect(notice).toBeNull()
  expect(readFileSync(path).equals(before)).toBe(true)
})

test.each([
  ['text', Buffer.from('this is not a database at all, but long enough to be taken for one'.repeat(20))],
  ['the head of one', Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(4080, 0xff)])],
])('%s in its place is kept aside with what lies beside it, byte for byte', async (_, content) => {
  const { folder, path } = await databasePath()
  writeFileSync(path, content)
  writeFileSync(`${path}-wal`, 'the log of it')
  const { database, notice } = openDatabase(path, NOW_MS)
  expect(notice).toEqual({ code: 'database-set-aside', fileName: ASIDE })
  expect(versionOf(database)).toBe(SCHEMA_VERSION)
  database.close()
  expect(readFileSync(join(folder, ASIDE)).equals(content)).toBe(true)
  expect(readFileSync(join(folder, `${ASIDE}-wal`), 'utf8')).toBe('the log of it')
})

test('a database whose pages are garbage is kept aside', async () => {
  const { folder, path } = await databasePath()
  openDatabase(path, NOW_MS).database.close()
  const damaged = readFileSync(path)
  damaged.fill(0xaa, 100, 4096)
  writeFileSync(path, damaged)
  const { database, notice } = openDatabase(path, NOW_MS)
  database.close()
  expect(notice?.code).toBe('database-set-aside')
  expect(readFileSync(join(folder, ASIDE)).equals(damaged)).toBe(true)
})

test('a newer schema is opened for reading only, its file untouched', async () => {
  const { folder, path } = await databasePath()
  const newer = openSqlite(path)
  newer.exec(
    `CREATE TABLE jobs (a); INSERT INTO jobs VALUES (1); PRAGMA user_version = ${SCHEMA_VERSION + 1}`,
  )
  newer.close()
  const before = readFileSync(path)
  const { database, notice } = openDatabase(path, NOW_MS)
  expect(notice).toEqual({ code: 'database-newer', fileName: null })
  expect(database.isReadOnly).toBe(true)
  expect(() => {
    database.exec('DELETE FROM jobs')
  }).toThrow(/readonly/)
  database.close()
  expect(readFileSync(path).equals(before)).toBe(true)
  expect(readdirSync(folder).filter((name) => name.includes('damaged'))).toEqual([])
})

test('a step that fails leaves the old schema whole', async () => {
  const { path } = await databasePath()
  const database = openSqlite(path)
  database.exec('CREATE TABLE assets (mine TEXT)')
  expect(() => {
    migrate(database)
  }).toThrow(/already exists/)
  expect(versionOf(database)).toBe(0)
  expect(database.prepare(tables).all()).toEqual([{ name: 'assets' }])
  database.close()
})

test('a folder that is not there is an error for the caller, not a reason to begin elsewhere', async () => {
  const { folder } = await databasePath()
  const path = join(folder, 'absent', 'wharf.db')
  expect(() => openDatabase(path, NOW_MS)).toThrow()
  expect(existsSync(join(folder, 'absent'))).toBe(false)
})

test('what was committed before a crash is there after it', async () => {
  const { path } = await databasePath()
  const { database } = openDatabase(path, NOW_MS)
  database.exec('CREATE TABLE things (name); INSERT INTO things VALUES (1)')
  const crashed = await databasePath()
  for (const companion of ['', '-wal']) copyFileSync(path + companion, crashed.path + companion)
  database.close()
  const { database: recovered, notice } = openDatabase(crashed.path, NOW_MS)
  expect(notice).toBeNull()
  expect(recovered.prepare('SELECT name FROM things').all()).toEqual([{ name: 1 }])
  recovered.exec('INSERT INTO things VALUES (2)')
  recovered.close()
})
