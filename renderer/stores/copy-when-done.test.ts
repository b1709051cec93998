// Tests when a batch has ended, and what was in it.
import { expect, it } from 'vitest'
import type { JobView } from '../../shared/model/job.ts'
import { aJob, jobId } from '../bridge/fake-bridge.testkit.ts'
import { watchOwnBatches } from './copy-when-done.ts'
import { queueFrom } from './queue-reducer.ts'

const job = (id: string, status: JobView['status'], position = Number(id)) =>
  aJob({ id: jobId(id), position, status, assetId: status === 'done' ? `asset_${id}` : null })

function watching(...first: readonly JobView[]) {
  const watch = watchOwnBatches()
  watch(queueFrom(first))
  return (...jobs: readonly JobView[]) => watch(queueFrom(jobs)).map(({ assetId }) => assetId)
}

it('ends when the last of it is at rest, and tells what was uploaded in queue order', () => {
  const see = watching()
  expect(see(job('1', 'uploading'), job('2', 'queued'))).toEqual([])
  expect(see(job('1', 'uploading'), job('2', 'done'))).toEqual([])
  expect(see(job('1', 'waiting'), job('2', 'done'))).toEqual([])
  expect(see(job('1', 'done'), job('2', 'done'))).toEqual(['asset_1', 'asset_2'])
  expect(see(job('1', 'done'), job('2', 'done'))).toEqual([])
})

it('leaves out what failed, what waits for the person, and the batch before', () => {
  const see = watching()
  see(job('1', 'uploading'))
  expect(see(job('1', 'done'))).toEqual(['asset_1'])
  see(job('1', 'done'), job('2', 'queued'), job('3', 'queued'), job('4', 'queued'))
  expect(see(job('1', 'done'), job('2', 'failed'), job('3', 'paused'), job('4', 'done'))).toEqual(['asset_4'])
})

it('does not count what was under way before this window looked', () => {
  const see = watching(job('1', 'uploading'))
  expect(see(job('1', 'done'))).toEqual([])
  see(job('1', 'done'), job('2', 'uploading'))
  expect(see(job('1', 'done'), job('2', 'done'))).toEqual(['asset_2'])
})

it('counts a file that was added and uploaded between two looks', () => {
  const see = watching()
  expect(see(job('1', 'done'))).toEqual(['asset_1'])
  expect(see(job('1', 'done'))).toEqual([])
})
