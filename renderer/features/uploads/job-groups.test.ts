// Tests which jobs share a row.
import { expect, test } from 'vitest'
import { aJob, fileId, jobId } from '../../bridge/fake-bridge.testkit.ts'
import { groupsOf } from './job-groups.ts'

test('jobs of one file share a row, where the first of them is; all others have their own', () => {
  const jobs = [
    aJob({ id: jobId('a1'), fileId: fileId('a') }),
    aJob({ id: jobId('b1'), fileId: fileId('b') }),
    aJob({ id: jobId('a2'), fileId: fileId('a') }),
    aJob({ id: jobId('c1'), fileId: fileId('c') }),
  ]
  const order = [...jobs.map(({ id }) => id), jobId('unheard-of')]
  expect(groupsOf(order, new Map(jobs.map((job) => [job.id, job])))).toEqual([
    ['a1', 'a2'],
    ['b1'],
    ['c1'],
    ['unheard-of'],
  ])
})
