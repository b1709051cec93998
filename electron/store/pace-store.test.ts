// Shows that a gate's pace outlives the run, and for how long.
import { expect, test } from 'vitest'
import { temporaryDatabase } from './database.testkit.ts'
import { createPaceStore } from './pace-store.ts'
import { openSqlite } from './sqlite.ts'

const HOUR_MS = 3_600_000

test('what was saved last is there for another connection, each gate by itself', async () => {
  const { path, database } = await temporaryDatabase()
  const store = createPaceStore(database, () => 5)
  expect(store.journalOf('a').load()).toBeNull()
  store.journalOf('a').save('first')
  store.journalOf('a').save('second')
  store.journalOf('b').save('other')
  const later = openSqlite(path)
  const reader = createPaceStore(later, () => 6)
  expect(reader.journalOf('a').load()).toBe('second')
  expect(reader.journalOf('b').load()).toBe('other')
  later.close()
})

test('gates that were not used for hours are forgotten, those of before a restart of the machine are not', async () => {
  const { database } = await temporaryDatabase()
  createPaceStore(database, () => 100 * HOUR_MS)
    .journalOf('ahead')
    .save('x')
  createPaceStore(database, () => HOUR_MS)
    .journalOf('old')
    .save('x')
  createPaceStore(database, () => 2 * HOUR_MS)
    .journalOf('recent')
    .save('x')
  const store = createPaceStore(database, () => 3 * HOUR_MS + 1)
  expect(['ahead', 'old', 'recent'].map((gate) => store.journalOf(gate).load())).toEqual(['x', null, 'x'])
})

test('a database that may only be read is not written to', async () => {
  const { path } = await temporaryDatabase()
  const database = openSqlite(path, { isReadOnly: true })
  const { load, save } = createPaceStore(database, () => 5).journalOf('a')
  save('x')
  expect(load()).toBeNull()
  database.close()
})
