// Tests the sums in the queue's header.
import { describe, expect, it } from 'vitest'
import { aJob, jobId } from '../../bridge/fake-bridge.testkit.ts'
import { queueFrom, reduceQueue } from '../../stores/queue-reducer.ts'
import { totalsOf } from './totals.ts'

const job = (id: string, status: Parameters<typeof aJob>[0] = {}) => aJob({ id: jobId(id), ...status })

describe('totalsOf', () => {
  it('counts jobs, with bytes of what is done or on its way', () => {
    const queue = reduceQueue(
      queueFrom([
        job('1', { status: 'done', sizeBytes: 500 }),
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
          progress: {
            jobId: jobId('2'),
            sentBytes: 1000,
            bytesPerSecond: 500,
            remainingMs: 4000,
            awaitingMs: null,
          },
        },
      ],
    )
    expect(totalsOf(queue)).toEqual({
      total: 6,
      done: 1,
      failed: 1,
      needsYou: 1,
      paused: 1,
      pending: 2,
      cleared: 2,
      sentBytes: 1500,
      sizeBytes: 4500,
    })
  })

  it('stays right for thousands that change in batches', () => {
    const jobs = Array.from({ length: 5000 }, (_, index) =>
      job(String(index), { position: index, sizeBytes: 10 }),
    )
    let queue = queueFrom(jobs)
    for (let from = 0; from < 3000; from += 500)
      queue = reduceQueue(
        queue,
        jobs.slice(from, from + 500).map((one) => ({
          type: 'job.changed',
          job: { ...one, status: 'done' },
        })),
      )
    expect(totalsOf(queue)).toMatchObject({ done: 3000, pending: 2000, sentBytes: 30_000, sizeBytes: 50_000 })
    expect(queue.movedBytes).toBe(30_000)
  })
})
