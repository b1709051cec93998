// Shows the queue at work: over a real database, with real files, against a server.
import { appendFile } from 'node:fs/promises'
import { expect, test, vi } from 'vitest'
import { failure } from '../../shared/errors.ts'
import { httpServer } from '../http/loopback.testkit.ts'
import { samplePng } from '../sandbox/sample-files.testkit.ts'
import { temporaryDatabase } from '../store/database.testkit.ts'
import { openSqlite } from '../store/sqlite.ts'
import { createQueueStore } from './queue-store.ts'
import { journalled, pictures, sandboxQueue, testQueue } from './queue.testkit.ts'

test('files become assets, two at a time over as many connections, in the order of the queue', async () => {
  const { sandbox, queue, add, reach, database } = await sandboxQueue()
  queue.start()
  const ids = add(await pictures(9))
  await reach(ids, 'done')
  const committed = sandbox.ledger.committed()
  expect(committed).toHaveLength(9)
  expect(sandbox.ledger.entries()).toHaveLength(9)
  expect(sandbox.ledger.maxConcurrent()).toBe(2)
  expect(new Set(ids.map((id) => queue.get(id)?.assetId))).toEqual(
    new Set(committed.map(({ committedAssetId }) => committedAssetId)),
  )
  expect(createQueueStore(database).load()).toEqual(queue.jobs())
})

test('nothing runs before the queue is started', async () => {
  const { sandbox, queue, add, reach } = await sandboxQueue()
  const ids = add(await pictures(1))
  expect(queue.jobs()[0]?.status).toBe('queued')
  queue.start()
  await reach(ids, 'done')
  expect(sandbox.ledger.entries()).toHaveLength(1)
})

test('the intent is on the disk before the server sees the first byte', async () => {
  const { path, database } = await temporaryDatabase()
  const atArrival: unknown[] = []
  const { origin } = await httpServer((request, response) => {
    const other = openSqlite(path, { isReadOnly: true })
    atArrival.push(createQueueStore(other).load()[0])
    other.close()
    request.resume().on('end', () => response.end('{"id":"asset_1"}'))
  })
  const { queue, add, reach } = await testQueue({ base: origin, database })
  queue.start()
  await reach(add(await pictures(1)), 'done')
  expect(atArrival).toEqual([expect.objectContaining({ status: 'uploading', attempts: 1 })])
})

test('the record is written in the transaction that makes the job done', async () => {
  const { path, database } = await temporaryDatabase()
  const duringRecord: unknown[] = []
  const { queue, add, reach } = await sandboxQueue({
    database,
    recordAsset: (assetId) => {
      const other = openSqlite(path, { isReadOnly: true })
      duringRecord.push([assetId, journalled(other)])
      other.close()
    },
  })
  queue.start()
  const ids = add(await pictures(1))
  await reach(ids, 'done')
  expect(duringRecord).toEqual([[queue.jobs()[0]?.assetId, ['uploading']]])
})

test('a lost reply: unconfirmed with one asset there; sent again only at the person’s word', async () => {
  const { sandbox, queue, add, reach } = await sandboxQueue()
  sandbox.faults.add({ times: 2 }, { kind: 'commit-then-drop' })
  queue.start()
  const [again, taken] = add(await pictures(2))
  if (again === undefined || taken === undefined) throw new Error('No jobs')
  await reach([again, taken], 'unconfirmed')
  queue.apply([again, taken], { type: 'retry' })
  await reach(add(await pictures(1, { sizeBytes: 10 })), 'done')
  expect(sandbox.ledger.committed()).toHaveLength(3)
  queue.apply([taken], { type: 'settle', as: 'done' })
  queue.apply([again], { type: 'settle', as: 'upload-again' })
  await reach([again, taken], 'done')
  expect(sandbox.ledger.committed()).toHaveLength(4)
})

test('a file that changed since it was dropped is not sent', async () => {
  const { sandbox, queue, add, reach } = await sandboxQueue()
  const [job] = await pictures(1)
  if (!job) throw new Error('No job')
  await appendFile(job.path, 'more')
  queue.start()
  const ids = add([job])
  await reach(ids, 'failed')
  expect(queue.jobs()[0]?.failure).toEqual(failure('file-changed', 'not-sent'))
  expect(sandbox.ledger.entries()).toEqual([])
})

test('a file that changes while it is sent gives no ID away as its own', async () => {
  const [job] = await pictures(1)
  if (!job) throw new Error('No job')
  const { origin } = await httpServer((request, response) => {
    request.resume().on('end', () => {
      void appendFile(job.path, 'more').then(() => response.end('{"id":"asset_1"}'))
    })
  })
  const { queue, add, reach } = await testQueue({ base: origin })
  queue.start()
  await reach(add([job]), 'unconfirmed')
  expect(queue.jobs()[0]).toMatchObject({ assetId: null, failure: { code: 'file-changed' } })
})

test('only finished jobs are cleared away; a failed one can be tried again', async () => {
  const { sandbox, queue, add, reach, database } = await sandboxQueue()
  sandbox.faults.add({}, { kind: 'answer', status: 400, body: '{"error":{"message":"no"}}' })
  const ids = add(await pictures(2))
  queue.clear(ids)
  expect(queue.jobs()).toHaveLength(2)
  queue.start()
  await vi.waitUntil(() => queue.jobs().every(({ status }) => ['done', 'failed'].includes(status)))
  const failedIds = queue.jobs().flatMap(({ id, status }) => (status === 'failed' ? [id] : []))
  expect(failedIds).toHaveLength(1)
  queue.apply(failedIds, { type: 'retry' })
  await reach(ids, 'done')
  queue.clear(ids)
  expect(queue.jobs()).toEqual([])
  expect(journalled(database)).toEqual([])
})

test('an answer in plain words is no asset', async () => {
  const { origin } = await httpServer((request, response) => {
    request.resume().on('end', () => response.end(samplePng()))
  })
  const { queue, add, reach } = await testQueue({ base: origin })
  queue.start()
  await reach(add(await pictures(1)), 'unconfirmed')
  expect(queue.jobs()[0]?.failure?.code).toBe('answer-unreadable')
})
