// Shows that the journal gives back what was written, in the moment it was written.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ERROR_TRAITS, failure, WharfError, type ErrorCode } from '../../shared/errors.ts'
import { jobIdSchema } from '../../shared/ids.ts'
import { jobStatusSchema } from '../../shared/model/job.ts'
import { temporaryDatabase } from '../store/database.testkit.ts'
import { openSqlite } from '../store/sqlite.ts'
import type { Job } from './job.ts'
import { createQueueStore } from './queue-store.ts'
import { sampleJob } from './sample-job.testkit.ts'

const job = (number: number, change: Partial<Job> = {}) =>
  sampleJob({ id: jobIdSchema.parse(`job-${number}`), position: number, ...change })

// SQLite ends a text at NUL, which no path can hold.
const anyText = fc.string({ unit: 'binary' }).filter((text) => !text.includes('\0'))
const anyJob = fc.record({
  path: anyText,
  status: fc.constantFrom(...jobStatusSchema.options),
  attempts: fc.nat(),
  startedAtMs: fc.option(fc.nat()),
  waitingUntilMs: fc.option(fc.nat()),
  assetId: fc.option(anyText),
  failure: fc.option(
    fc
      .tuple(fc.constantFrom(...(Object.keys(ERROR_TRAITS) as ErrorCode[])), fc.string({ maxLength: 300 }))
      .map(([code, quote]) => failure(code, 'unknown', { providerMessage: quote, requestId: quote })),
  ),
})

test('any job comes back as it was', async () => {
  const { database } = await temporaryDatabase()
  const store = createQueueStore(database)
  fc.assert(
    fc.property(fc.array(anyJob, { minLength: 1, maxLength: 5 }), (changes) => {
      const jobs = changes.map((change, index) => job(index + 1, change))
      store.save(jobs)
      expect(store.load().slice(0, jobs.length)).toEqual(jobs)
    }),
    { numRuns: 60 },
  )
})

test('jobs load in queue order, a changed job in its old place', async () => {
  const { database } = await temporaryDatabase()
  const store = createQueueStore(database)
  store.save([job(3), job(1), job(2)])
  store.save([job(1, { status: 'done' })])
  expect(store.load().map(({ id, status }) => [id, status])).toEqual([
    ['job-1', 'done'],
    ['job-2', 'queued'],
    ['job-3', 'queued'],
  ])
  store.remove([job(2).id, jobIdSchema.parse('unheard-of')])
  expect(store.load().map(({ position }) => position)).toEqual([1, 3])
})

test('what is saved is on the disk when save returns', async () => {
  const { path, database } = await temporaryDatabase()
  createQueueStore(database).save([job(1)])
  const other = openSqlite(path, { isReadOnly: true })
  expect(createQueueStore(other).load()).toEqual([job(1)])
  other.close()
})

test('a save is whole: with what goes alongside, or not at all', async () => {
  const { database } = await temporaryDatabase()
  const store = createQueueStore(database)
  store.save([job(1)])
  const broken = () => {
    store.save([job(1, { status: 'done' }), job(2)], () => {
      database.exec('CREATE TABLE alongside (a)')
      throw new Error('no room')
    })
  }
  expect(broken).toThrow(new WharfError(failure('record-unwritable', 'not-sent')))
  expect(store.load()).toEqual([job(1)])
  expect(database.prepare("SELECT name FROM sqlite_master WHERE name = 'alongside'").all()).toEqual([])
})

test('two jobs in one place are an error: neither pushes the other out', async () => {
  const { database } = await temporaryDatabase()
  const store = createQueueStore(database)
  store.save([job(1)])
  expect(() => {
    store.save([job(2, { position: 1 })])
  }).toThrow(WharfError)
  expect(store.load()).toEqual([job(1)])
})

test('a row that only a newer Wharf understands is passed over', async () => {
  const { database } = await temporaryDatabase()
  const store = createQueueStore(database)
  store.save([job(1), job(2)])
  database.exec("UPDATE jobs SET status = 'teleporting' WHERE id = 'job-1'")
  expect(store.load()).toEqual([job(2)])
})

const recorded = (number: number) => job(number, { status: 'done', assetId: `asset-${number}` })

test('the latest 500 that are done load, with all that are not; the others are swept out, and nothing else', async () => {
  const { database } = await temporaryDatabase()
  const store = createQueueStore(database)
  const kept = [
    job(1, { status: 'failed' }),
    job(2, { status: 'cancelled' }),
    job(3, { status: 'unconfirmed' }),
    job(4, { status: 'done' }),
  ]
  store.save([...kept, ...Array.from({ length: 1700 }, (_, index) => recorded(index + 5))])
  const loaded = store.load()
  expect(loaded.slice(0, 4)).toEqual(kept)
  expect(loaded.slice(4).map(({ position }) => position)).toEqual(
    Array.from({ length: 500 }, (_, index) => index + 1205),
  )
  let sweeps = 0
  while (store.sweep()) sweeps += 1
  expect(sweeps).toBe(3)
  expect(database.prepare('SELECT count(*) AS count FROM jobs').get()).toEqual({ count: 504 })
  expect(createQueueStore(database).load()).toEqual(loaded)
  expect(store.sweep()).toBe(false)
})

test('a job finds its place among those that have left the queue', async () => {
  const { database } = await temporaryDatabase()
  const store = createQueueStore(database)
  store.save([job(1), ...Array.from({ length: 600 }, (_, index) => recorded(index + 10))])
  const [first] = store.load()
  store.reorder([{ ...(first as Job), position: 20 }])
  expect(store.load()[0]).toMatchObject({ id: 'job-1', position: 20 })
})

test('a start finds what is not done without reading what is', async () => {
  const { database } = await temporaryDatabase()
  const plan = database
    .prepare(
      "EXPLAIN QUERY PLAN SELECT * FROM jobs WHERE status <> 'done' OR asset_id IS NULL ORDER BY position",
    )
    .all()
  expect(JSON.stringify(plan)).toContain('jobs_not_done')
})
