// Shows that what falls due together is journalled in one transaction: whole, or not at all, and before anything acts on it.
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import type { JobId } from '../../shared/ids.ts'
import type { JobStatus } from '../../shared/model/job.ts'
import { temporaryFolder } from '../sandbox/sandbox.testkit.ts'
import { temporaryDatabase } from '../store/database.testkit.ts'
import { openSqlite } from '../store/sqlite.ts'
import { createJournalledJobs } from './journalled-jobs.ts'
import { createQueueStore } from './queue-store.ts'
import { journalled } from './queue.testkit.ts'
import { sampleJob } from './sample-job.testkit.ts'

const AT_ONCE = 3

/** Jobs of which three may run at once; whatever would be sent is only written down. */
async function journal(count: number) {
  const { path, database } = await temporaryDatabase()
  const store = createQueueStore(database)
  const save = vi.fn(store.save)
  const sent: { readonly id: JobId; readonly journal: readonly JobStatus[] }[] = []
  const told: JobStatus[][] = []
  const running = new Set<JobId>()
  const jobs = createJournalledJobs({
    store: { ...store, save },
    nowMs: Date.now,
    steadyMs: Date.now,
    random: () => 0.5,
    heed: () => undefined,
    perform: ({ id, accountId }, { type }) => {
      if (type !== 'upload') return
      running.add(id)
      const other = openSqlite(path, { isReadOnly: true })
      sent.push({ id, journal: journalled(other) })
      other.close()
      expect(jobs.table.runningCount(accountId)).toBeLessThanOrEqual(AT_ONCE)
    },
    startable: () => {
      const { accountId } = sampleJob()
      return jobs.table.queued(accountId, AT_ONCE - jobs.table.runningCount(accountId))
    },
    underWayCount: () => running.size,
    onChanged: (changed) => told.push(changed.map(({ status }) => status)),
    onRemoved: () => undefined,
    onUnwritable: () => undefined,
    onWritable: () => undefined,
  })
  const succeed = (id: JobId, alongside?: () => void) => {
    running.delete(id)
    jobs.note([id], { type: 'succeeded', assetId: `asset of ${id}` }, alongside)
  }
  const ids = jobs.add(Array.from({ length: count }, () => sampleJob()))
  jobs.flush()
  save.mockClear()
  told.length = 0
  return { jobs, ids, path, database, store, save, sent, told, succeed }
}

test('results that come close together are one transaction, with the starts they let happen', async () => {
  const { jobs, ids, database, save, told, succeed, sent } = await journal(6)
  const [first, second, third] = ids as [JobId, JobId, JobId]
  succeed(first)
  succeed(second)
  expect(journalled(database).slice(0, 3)).toEqual(['uploading', 'uploading', 'uploading'])
  expect(told).toEqual([])
  succeed(third)
  await vi.waitUntil(() => save.mock.calls.length > 0)
  expect(save).toHaveBeenCalledTimes(1)
  expect(journalled(database)).toEqual(['done', 'done', 'done', 'uploading', 'uploading', 'uploading'])
  expect(told).toEqual([['done', 'done', 'done', 'uploading', 'uploading', 'uploading']])
  // Each request goes out when its intent, and every result before it, is on the disk.
  expect(sent.slice(3).map(({ journal: atSending }) => atSending)).toEqual(
    Array(3).fill(['done', 'done', 'done', 'uploading', 'uploading', 'uploading']),
  )
  jobs.stop()
})

test('a result waits for others only for a moment, however long they take', async () => {
  const { jobs, ids, save, succeed } = await journal(3)
  succeed(ids[0] as JobId)
  await vi.waitUntil(() => save.mock.calls.length > 0, { timeout: 1000 })
  expect(jobs.table.all().map(({ status }) => status)).toEqual(['done', 'uploading', 'uploading'])
  jobs.stop()
})

test('killed before the commit: every one of them is as it was; after it: every one is as it became', async () => {
  const { jobs, ids, path, succeed } = await journal(5)
  const folder = await temporaryFolder()
  const killed = (name: string) => {
    for (const companion of ['', '-wal', '-shm'])
      copyFileSync(path + companion, join(folder, name + companion))
    const database = openSqlite(join(folder, name))
    const statuses = journalled(database)
    database.close()
    return statuses
  }
  const atResult: JobStatus[][] = []
  ids.slice(0, 3).forEach((id, index) => {
    succeed(id, () => {
      atResult.push(killed(`before-${index}`))
    })
  })
  jobs.flush()
  expect(atResult).toEqual(Array(3).fill(['uploading', 'uploading', 'uploading', 'queued', 'queued']))
  expect(killed('after')).toEqual(['done', 'done', 'done', 'uploading', 'uploading'])
  jobs.stop()
})

test('what the journal refuses has not happened to any of them, and happens in its order later', async () => {
  const { jobs, ids, store, save, sent, told, succeed } = await journal(4)
  const [first, second] = ids as [JobId, JobId]
  save.mockImplementationOnce(() => {
    throw new Error('no room')
  })
  succeed(first)
  succeed(second)
  jobs.flush()
  const asBefore = ['uploading', 'uploading', 'uploading', 'queued']
  expect(jobs.isWritable()).toBe(false)
  expect(jobs.table.all().map(({ status }) => status)).toEqual(asBefore)
  expect([told, sent.length]).toEqual([[], 3])
  // Whatever a person does next is written with what was kept.
  jobs.apply([ids[3] as JobId], { type: 'pause' })
  expect(jobs.isWritable()).toBe(true)
  expect(told).toEqual([['done', 'done', 'paused']])
  expect(store.load()).toEqual(jobs.table.all())
  jobs.stop()
})

test('a person’s wish that the journal refuses is told, and forgotten', async () => {
  const { jobs, ids, save, succeed } = await journal(4)
  const refuse = () => {
    throw new Error('no room')
  }
  save.mockImplementationOnce(refuse)
  succeed(ids[0] as JobId)
  expect(() => {
    jobs.apply([ids[3] as JobId], { type: 'cancel' })
  }).toThrow('no room')
  expect(jobs.table.all().map(({ status }) => status)).toEqual([
    'uploading',
    'uploading',
    'uploading',
    'queued',
  ])
  jobs.apply([ids[1] as JobId], { type: 'resume' })
  expect(jobs.table.all().map(({ status }) => status)).toEqual([
    'done',
    'uploading',
    'uploading',
    'uploading',
  ])
  jobs.stop()
})

test('stopping writes what was noted last', async () => {
  const { jobs, ids, database, succeed } = await journal(1)
  succeed(ids[0] as JobId)
  jobs.stop()
  expect(journalled(database)).toEqual(['done'])
})
