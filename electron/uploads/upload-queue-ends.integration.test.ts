// Shows how uploads end before their answer: cancelled, with their account, with the app, or by a crash.
import { afterEach, expect, test, vi } from 'vitest'
import { failure, WharfError } from '../../shared/errors.ts'
import { accountIdSchema } from '../../shared/ids.ts'
import { closedOrigin, httpServer } from '../http/loopback.testkit.ts'
import { temporaryDatabase } from '../store/database.testkit.ts'
import { journalled, pictures, sandboxQueue, testQueue } from './queue.testkit.ts'
import { ACCOUNT } from './sample-job.testkit.ts'
import type { AccountLane } from './queue-options.ts'

const MIB = 1024 * 1024
const OTHER = accountIdSchema.parse('account-2')

/** Stands in for an upload that ends only when it is told to. */
const uploadUntilAborted =
  (reason: Error): AccountLane['via'] =>
  (_, signal) =>
    new Promise((_resolve, reject) => {
      const end = () => {
        reject(reason)
      }
      if (signal.aborted) end()
      else signal.addEventListener('abort', end)
    })

/** A server that takes everything, and answers late. */
async function slowOrigin(answerMs: number): Promise<string> {
  const { origin } = await httpServer((request, response) => {
    request.resume().on('end', () => setTimeout(() => response.end('{"id":"asset_1"}'), answerMs))
  })
  return origin
}

afterEach(() => {
  vi.useRealTimers()
})

test('killed while it uploads: unconfirmed in the next run, and nothing is sent again', async () => {
  const { sandbox, queue, add, database } = await sandboxQueue()
  sandbox.faults.add({}, { kind: 'silent', commits: true })
  queue.start()
  const ids = add(await pictures(1))
  await sandbox.ledger.waitFor(({ committedAssetId }) => committedAssetId !== null)
  const next = await testQueue({ base: sandbox.originOf('konpro'), database })
  next.queue.start()
  await next.reach(ids, 'unconfirmed')
  expect(next.queue.jobs()[0]?.failure).toEqual(failure('interrupted', 'unknown'))
  await next.reach(next.add(await pictures(1, { sizeBytes: 10 })), 'done')
  expect(sandbox.ledger.entries()).toHaveLength(2)
})

test('cancelled in mid-body: cancelled, and the server has nothing', async () => {
  const { sandbox, queue, add, reach } = await sandboxQueue()
  sandbox.faults.add({}, { kind: 'stall-after-bytes', afterBytes: 100_000 })
  queue.start()
  const ids = add(await pictures(1, { sizeBytes: 16 * MIB }))
  await sandbox.ledger.waitFor(({ bytesReceived }) => bytesReceived >= 100_000)
  expect(queue.progress()).toMatchObject([{ jobId: ids[0], bytesPerSecond: expect.any(Number) as number }])
  queue.apply(ids, { type: 'cancel' })
  queue.apply(ids, { type: 'cancel' })
  await reach(ids, 'cancelled')
  expect(queue.progress()).toEqual([])
  expect(sandbox.ledger.committed()).toEqual([])
})

test('cancelled when all was sent: nobody claims that it was not uploaded', async () => {
  const { sandbox, queue, add, reach } = await sandboxQueue()
  sandbox.faults.add({}, { kind: 'silent', commits: true })
  queue.start()
  const ids = add(await pictures(1))
  await sandbox.ledger.waitFor(({ committedAssetId }) => committedAssetId !== null)
  queue.apply(ids, { type: 'cancel' })
  await reach(ids, 'unconfirmed')
})

test('removing an account ends its requests and takes its jobs, nobody else’s', async () => {
  const { sandbox, queue, add, reach, database } = await sandboxQueue({ keyOf: (id) => `sandbox-${id}` })
  sandbox.faults.add({ apiKey: `sandbox-${ACCOUNT}`, times: 2 }, { kind: 'silent' })
  queue.start()
  add(await pictures(4))
  const others = add(await pictures(2, { accountId: OTHER }))
  await sandbox.ledger.waitFor(({ sha256, status }) => sha256 !== null && status === null)
  queue.removeAccount(ACCOUNT)
  await reach(others, 'done')
  await vi.waitUntil(() => sandbox.ledger.entries().every(({ endedAtMs }) => endedAtMs !== null))
  expect(queue.jobs().map(({ id }) => id)).toEqual(others)
  expect(journalled(database)).toEqual(['done', 'done'])
})

test('a waiting job goes on in the next run', async () => {
  const { database } = await temporaryDatabase()
  const first = await testQueue({ base: await closedOrigin(), database })
  first.queue.start()
  const ids = first.add(await pictures(1))
  await first.reach(ids, 'waiting')
  await first.queue.stop()
  const { sandbox, queue, reach } = await sandboxQueue({ database })
  queue.start()
  await reach(ids, 'done')
  expect(sandbox.ledger.committed()).toHaveLength(1)
})

test('stopping ends every request, journals where it stood, and leaves no timer behind', async () => {
  const { sandbox, queue, add, database } = await sandboxQueue()
  sandbox.faults.add({ times: 2 }, { kind: 'silent' })
  queue.start()
  const ids = add(await pictures(3))
  await sandbox.ledger.waitFor(({ seq, sha256 }) => seq === 2 && sha256 !== null)
  await sandbox.ledger.waitFor(({ seq, sha256 }) => seq === 1 && sha256 !== null)
  await queue.stop()
  expect(ids).toHaveLength(3)
  expect(journalled(database)).toEqual(['checking', 'checking', 'queued'])
})

test('an upload that fails while the queue stops sets no alarm for later', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const refused = new WharfError(failure('connection-refused', 'not-sent'))
  const { queue, add, database } = await testQueue({
    base: '',
    via: uploadUntilAborted(refused),
  })
  queue.start()
  add(await pictures(1))
  await queue.stop()
  expect(journalled(database)).toEqual(['queued'])
  expect(vi.getTimerCount()).toBe(0)
})

test('stopped in mid-body: nothing can have come of it, so it is sent in the next run', async () => {
  const { sandbox, queue, add, database } = await sandboxQueue()
  sandbox.faults.add({}, { kind: 'stall-after-bytes', afterBytes: 100_000 })
  queue.start()
  const ids = add(await pictures(1, { sizeBytes: 16 * MIB }))
  await sandbox.ledger.waitFor(({ bytesReceived }) => bytesReceived >= 100_000)
  await queue.stop()
  expect(journalled(database)).toEqual(['queued'])
  const next = await testQueue({ base: sandbox.originOf('konpro'), database })
  next.queue.start()
  await next.reach(ids, 'done')
  expect(sandbox.ledger.committed()).toHaveLength(1)
})

test('stopped while the answer is on its way: it is waited for', async () => {
  const { queue, add, database, seen } = await testQueue({ base: await slowOrigin(300) })
  queue.start()
  const ids = add(await pictures(1))
  await vi.waitUntil(() => queue.progress().some(({ sentBytes }) => sentBytes > 0))
  await queue.stop()
  expect(journalled(database)).toEqual(['done'])
  expect(seen.at(-1)).toEqual([ids[0], 'done'])
})

test('paused in mid-body: paused, and sent whole when it is resumed', async () => {
  const { sandbox, queue, add, reach } = await sandboxQueue()
  sandbox.faults.add({ times: 1 }, { kind: 'stall-after-bytes', afterBytes: 100_000 })
  queue.start()
  const ids = add(await pictures(1, { sizeBytes: 16 * MIB }))
  await sandbox.ledger.waitFor(({ bytesReceived }) => bytesReceived >= 100_000)
  queue.apply(ids, { type: 'pause' })
  await reach(ids, 'paused')
  expect(queue.jobs()[0]?.attempts).toBe(0)
  queue.apply(ids, { type: 'resume' })
  await reach(ids, 'done')
  expect(sandbox.ledger.committed()).toHaveLength(1)
})

test('paused when all was sent: it may end as it does', async () => {
  const { queue, add, reach } = await testQueue({ base: await slowOrigin(300) })
  queue.start()
  const ids = add(await pictures(1))
  await vi.waitUntil(() => queue.progress().some(({ sentBytes }) => sentBytes > 0))
  queue.apply(ids, { type: 'pause' })
  await reach(ids, 'done')
})

test('stopped before anything left: queued, to be sent in the next run', async () => {
  const { queue, add, database } = await testQueue({
    base: '',
    via: uploadUntilAborted(new DOMException('ended', 'AbortError')),
  })
  queue.start()
  add(await pictures(1))
  await queue.stop()
  expect(journalled(database)).toEqual(['queued'])
})
