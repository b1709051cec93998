// Shows that the table’s indexes follow its jobs.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { accountIdSchema, jobIdSchema } from '../../shared/ids.ts'
import { jobStatusSchema } from '../../shared/model/job.ts'
import { POSITION_STEP } from './job-order.ts'
import { createJobTable } from './job-table.ts'
import type { Job } from './job.ts'
import { sampleJob } from './sample-job.testkit.ts'

const ids = ['job-1', 'job-2', 'job-3', 'job-4'].map((id) => jobIdSchema.parse(id))
const accounts = ['a', 'b'].map((id) => accountIdSchema.parse(id))
const [a = accountIdSchema.parse('a')] = accounts

test('a job’s turn is its position, also when it comes back from elsewhere or is moved', () => {
  const table = createJobTable(
    ids.slice(0, 3).map((id, index) => sampleJob({ id, accountId: a, position: index })),
  )
  const [first, second, third] = table.queued(a, 3)
  const put = (change: Partial<Job>) => {
    table.put(sampleJob({ id: jobIdSchema.parse('job-1'), accountId: a, position: 0, ...change }))
  }
  put({ attempts: 1 })
  expect(table.queued(a, 2)).toEqual([first, second])
  put({ status: 'uploading' })
  expect(table.queued(a, 3)).toEqual([second, third])
  expect(table.runningCount(a)).toBe(1)
  put({})
  expect(table.queued(a, 3)).toEqual([first, second, third])
  put({ position: 1.5 })
  expect(table.queued(a, 3)).toEqual([second, first, third])
  expect(table.all().map(({ id }) => id)).toEqual([second, first, third])
})

test('positions go on after the last one loaded', () => {
  const table = createJobTable([sampleJob({ position: 41 })])
  expect(table.nextPosition()).toBe(41 + POSITION_STEP)
  expect(table.nextPosition()).toBe(41 + 2 * POSITION_STEP)
})

test('after any changes the indexes say what a look at all jobs says', () => {
  const change = fc.record({
    id: fc.constantFrom(...ids),
    status: fc.option(fc.constantFrom(...jobStatusSchema.options)),
  })
  fc.assert(
    fc.property(fc.array(change), (changes) => {
      const table = createJobTable([])
      for (const { id, status } of changes) {
        const accountId = accounts[ids.indexOf(id) % 2] ?? a
        if (status === null) table.remove(id)
        else table.put(sampleJob({ id, accountId, status, position: ids.indexOf(id) }))
      }
      for (const accountId of accounts) {
        const own = table.all().filter((job) => job.accountId === accountId)
        const queued = own.filter(({ status }) => status === 'queued').map(({ id }) => id)
        expect(table.queued(accountId, 10).toSorted()).toEqual(queued.toSorted())
        expect(table.runningCount(accountId)).toBe(own.filter(({ status }) => status === 'uploading').length)
      }
    }),
  )
})
