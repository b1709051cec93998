// Tests that a batch is summed up once, when it has come to rest.
import { describe, expect, it } from 'vitest'
import type { JobStatus } from '../../shared/model/job.ts'
import { aJob, jobId } from '../bridge/fake-bridge.testkit.ts'
import { watchBatches } from './batch-result.ts'
import { queueFrom } from './queue-reducer.ts'

const queue = (...statuses: JobStatus[]) =>
  queueFrom(statuses.map((status, index) => aJob({ id: jobId(`j${index}`), status })))

describe('watchBatches', () => {
  it('waits for the last job, then counts what ran', () => {
    const watch = watchBatches()
    expect(watch(queue('done', 'uploading', 'queued', 'queued'))).toBeNull()
    expect(watch(queue('done', 'done', 'failed', 'uploading'))).toBeNull()
    expect(watch(queue('done', 'done', 'failed', 'unconfirmed'))).toEqual({
      uploaded: 1,
      failed: 1,
      needsYou: 1,
    })
  })

  it('says nothing of jobs that were over before', () => {
    const watch = watchBatches()
    expect(watch(queue('done', 'failed'))).toBeNull()
    expect(watch(queue('done'))).toBeNull()
  })
})
