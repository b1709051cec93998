// Shows what the port over the driver promises: whole transactions, durable commits, the error that counts.
import { expect, test } from 'vitest'
import { temporaryDatabase } from './database.testkit.ts'
import type { Database } from './sqlite.ts'
import { openSqlite } from './sqlite.ts'

async function withTable() {
  const opened = await temporaryDatabase()
  opened.database.exec('CREATE TABLE things (name TEXT NOT NULL UNIQUE) STRICT')
  return opened
}

const add = (database: Database, name: string) => database.prepare('INSERT INTO things VALUES (?)').run(name)
const names = (database: Database): unknown[] =>
  database.prepare('SELECT name FROM things ORDER BY name').all()

test('a transaction that returns is there for every other connection', async () => {
  const { path, database } = await withTable()
  const answer = database.transaction(() => {
    add(database, 'a')
    add(database, 'b')
    return 'both'
  })
  const other = openSqlite(path, { isReadOnly: true })
  expect(answer).toBe('both')
  expect(names(other)).toEqual([{ name: 'a' }, { name: 'b' }])
  other.close()
})

test('a transaction that throws leaves nothing, and the next one works', async () => {
  const { database } = await withTable()
  const broken = () =>
    database.transaction(() => {
      add(database, 'a')
      throw new Error('halfway')
    })
  expect(broken).toThrow('halfway')
  expect(names(database)).toEqual([])
  database.transaction(() => add(database, 'c'))
  expect(names(database)).toEqual([{ name: 'c' }])
})

test('a full disk is reported as that, not as the end of a transaction it ended itself', async () => {
  const { database } = await withTable()
  database.exec('PRAGMA max_page_count=20')
  const fill = () =>
    database.transaction(() => {
      for (let index = 0; index < 1000; index += 1) add(database, `${index} ${'x'.repeat(1000)}`)
    })
  expect(fill).toThrow(/full/)
  expect(names(database)).toEqual([])
  database.exec('PRAGMA max_page_count=1000')
  database.transaction(() => add(database, 'room again'))
  expect(names(database)).toHaveLength(1)
})

test('commits wait for the disk', async () => {
  const { database } = await withTable()
  expect(database.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' })
  expect(database.prepare('PRAGMA synchronous').get()).toEqual({ synchronous: 2 })
})

test('read-only means it', async () => {
  const { path, database } = await withTable()
  add(database, 'a')
  const reader = openSqlite(path, { isReadOnly: true })
  expect(reader.isReadOnly).toBe(true)
  expect(() => add(reader, 'b')).toThrow(/readonly/)
  expect(names(reader)).toEqual([{ name: 'a' }])
  reader.close()
})
