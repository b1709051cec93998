// Shows what holds the queue: a refused key, a busy provider, a journal that cannot be written.
import { afterEach, expect, test, vi } from 'vitest'
import { failure, WharfError } from '../../shared/errors.ts'
import { accountIdSchema } from '../../shared/ids.ts'
import { httpServer } from '../http/loopback.testkit.ts'
import { temporaryDatabase } from '../store/database.testkit.ts'
import { openSqlite } from '../store/sqlite.ts'
import { journalled, pictures, sandboxQueue, testQueue } from './queue.testkit.ts'
import { ACCOUNT } from './sample-job.testkit.ts'

const OTHER = accountIdSchema.parse('account-2')

afterEach(() => {
  vi.useRealTimers()
})

test('a refused key holds the account and loses no job; with a good one all goes on', async () => {
  const keys = new Map([[ACCOUNT, 'sandbox-revoked']])
  const { sandbox, queue, add, reach, database } = await sandboxQueue({
    keyOf: (accountId) => keys.get(accountId) ?? 'sandbox-key',
  })
  queue.start()
  const ids = add(await pictures(6))
  const others = add(await pictures(3, { accountId: OTHER }))
  await reach(others, 'done')
  await reach(ids, 'queued')
  expect(queue.blockedBy(ACCOUNT)).toMatchObject({ code: 'key-refused', httpStatus: 401 })
  expect(queue.blockedBy(OTHER)).toBeNull()
  expect(sandbox.ledger.entries().filter(({ status }) => status === 401).length).toBeLessThanOrEqual(2)
  expect(journalled(database)).not.toContain('failed')
  keys.set(ACCOUNT, 'sandbox-key')
  queue.unblock(ACCOUNT)
  await reach(ids, 'done')
  expect(sandbox.ledger.committed()).toHaveLength(9)
})

test('an account without a key now keeps its jobs', async () => {
  const keys = new Map<string, string | null>([[ACCOUNT, null]])
  const { sandbox, queue, add, reach } = await sandboxQueue({ keyOf: (id) => keys.get(id) ?? null })
  queue.start()
  const ids = add(await pictures(2))
  expect(queue.jobs().map(({ status, attempts }) => [status, attempts])).toEqual([
    ['queued', 0],
    ['queued', 0],
  ])
  keys.set(ACCOUNT, 'sandbox-key')
  queue.unblock(ACCOUNT)
  await reach(ids, 'done')
  expect(sandbox.ledger.entries()).toHaveLength(2)
})

test('too many requests: the file loses no attempt, and goes on when its key may', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  let mostAtOnce = 2
  const { sandbox, queue, add, reach, clock } = await sandboxQueue({
    keyOf: (id) => `sandbox-${id}`,
    parallelUploads: (id) => (id === ACCOUNT ? mostAtOnce : 2),
  })
  const fault = { kind: 'answer', status: 429, headers: { 'retry-after': '30' } } as const
  sandbox.faults.add({ apiKey: `sandbox-${ACCOUNT}`, times: 2 }, fault)
  queue.start()
  const ids = add(await pictures(2))
  await reach(ids, 'waiting')
  expect(queue.jobs().map(({ attempts }) => attempts)).toEqual([0, 0])
  mostAtOnce = 0
  await reach(add(await pictures(2, { accountId: OTHER })), 'done')
  clock.aheadMs = 31_000
  vi.advanceTimersByTime(31_000)
  await reach(ids, 'queued')
  expect(sandbox.ledger.entries()).toHaveLength(4)
  mostAtOnce = 2
  queue.reconsider()
  await reach(ids, 'done')
  expect(sandbox.ledger.committed()).toHaveLength(4)
})

test('a journal that cannot be written: nothing starts, and the start comes when it can', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const { sandbox, queue, add, reach, database, unwritable } = await sandboxQueue()
  const ids = add(await pictures(3))
  database.exec('PRAGMA query_only=ON')
  queue.start()
  expect(unwritable.length).toBeGreaterThan(0)
  expect(() => add([])).toThrow(new WharfError(failure('record-unwritable', 'not-sent')))
  expect(queue.jobs()).toHaveLength(3)
  vi.advanceTimersByTime(20_000)
  expect(sandbox.ledger.entries()).toEqual([])
  database.exec('PRAGMA query_only=OFF')
  // Now at the end of the queue: the start that failed must not let it past the lane's limit.
  queue.apply(ids.slice(1, 2), { type: 'cancel' })
  queue.apply(ids.slice(1, 2), { type: 'retry' })
  vi.advanceTimersByTime(5000)
  await reach(ids, 'done')
  expect(sandbox.ledger.committed()).toHaveLength(3)
  expect(sandbox.ledger.maxConcurrent()).toBeLessThanOrEqual(2)
})

test('a journal that fails as the answer comes: the answer is kept, and nothing is sent twice', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const { path, database } = await temporaryDatabase()
  let requestCount = 0
  const { origin } = await httpServer((request, response) => {
    requestCount += 1
    database.exec('PRAGMA query_only=ON')
    request.resume().on('end', () => response.end('{"id":"asset_1"}'))
  })
  const recorded: string[] = []
  const setup = { base: origin, database, recordAsset: (assetId: string) => recorded.push(assetId) }
  const { queue, add, reach, unwritable } = await testQueue(setup)
  queue.start()
  const ids = add(await pictures(1))
  await vi.waitUntil(() => unwritable.length > 0)
  expect(queue.jobs()[0]?.status).toBe('uploading')
  database.exec('PRAGMA query_only=OFF')
  recorded.length = 0
  vi.advanceTimersByTime(5000)
  await reach(ids, 'done')
  const other = openSqlite(path, { isReadOnly: true })
  expect(journalled(other)).toEqual(['done'])
  other.close()
  expect([recorded, requestCount]).toEqual([['asset_1'], 1])
})
