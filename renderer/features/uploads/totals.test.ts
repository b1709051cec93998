// Tests the sums in the queue's header.
import { describe, expect, it } from 'vitest'
import { aJob, jobId } from '../../bridge/fake-bridge.testkit.ts'
import { queueFrom, reduceQueue } from '../../stores/queue-reducer.ts'
import { totalsOf } from './totals.ts'

const job = (id: string, status: Parameters<typeof aJob>[0] = {}) => aJob({ id: jobId(id), ...status })

describe('totalsOf', () => {
  it('counts, and tells time from what is left and how fast it goes', () => {
    const queue = reduceQueue(
      queueFrom([
        job('1', { status: 'done' }),
        job('2', { status: 'uploading', sizeBytes: 3000 }),
        job('3', { status: 'queued', sizeBytes: 1000 }),
        job('4', { status: 'failed' }),
        job('5', { status: 'unconfirmed' }),
        job('6', { status: 'cancelled' }),
        job('7', { status: 'paused' }),
      ]),
      [
        {
          type: 'job.progressed',
          progress: { jobId: jobId('2'), sentBytes: 1000, bytesPerSecond: 500, remainingMs: 4000 },
        },
      ],
    )
    expect(totalsOf(queue)).toEqual({
      total: 6,
      done: 1,
      failed: 1,
      needsYou: 1,
      pending: 2,
      cleared: 2,
      bytesPerSecond: 500,
      remainingMs: 6000,
    })
  })

  it('tells no time while nothing moves', () => {
    expect(totalsOf(queueFrom([job('1')])).remainingMs).toBeNull()
  })
})
