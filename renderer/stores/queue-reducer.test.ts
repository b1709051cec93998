// Tests how events change the queue.
import { describe, expect, it } from 'vitest'
import { aJob, jobId } from '../bridge/fake-bridge.testkit.ts'
import { queueFrom, reduceQueue } from './queue-reducer.ts'

const first = aJob({ id: jobId('j1') })
const second = aJob({ id: jobId('j2'), status: 'uploading' })
const progress = { jobId: second.id, sentBytes: 10, bytesPerSecond: 5, remainingMs: null }

describe('reduceQueue', () => {
  it('keeps the order of arrival while jobs change', () => {
    const state = reduceQueue(queueFrom([first, second]), [
      { type: 'job.changed', job: { ...first, status: 'done' } },
      { type: 'job.changed', job: aJob({ id: jobId('j3') }) },
    ])
    expect(state.order).toEqual(['j1', 'j2', 'j3'])
    expect(state.jobs.get(first.id)?.status).toBe('done')
  })

  it('lets go of everything about a removed job', () => {
    const moving = reduceQueue(queueFrom([first, second]), [{ type: 'job.progressed', progress }])
    const state = reduceQueue(moving, [{ type: 'job.removed', jobId: second.id }])
    expect(state.order).toEqual(['j1'])
    expect(state.jobs.has(second.id)).toBe(false)
    expect(state.progress.has(second.id)).toBe(false)
  })

  it('does not list a job that came and went within one batch', () => {
    const state = reduceQueue(queueFrom([]), [
      { type: 'job.changed', job: first },
      { type: 'job.removed', jobId: first.id },
    ])
    expect(state.order).toEqual([])
  })

  it('leaves jobs alone when only bytes moved, so that rows do not draw again', () => {
    const before = queueFrom([first, second])
    const after = reduceQueue(before, [{ type: 'job.progressed', progress }])
    expect(after.jobs).toBe(before.jobs)
    expect(after.order).toBe(before.order)
    expect(after.progress.get(second.id)).toEqual(progress)
  })

  it('forgets progress once a job is not uploading any more', () => {
    const moving = reduceQueue(queueFrom([second]), [{ type: 'job.progressed', progress }])
    const state = reduceQueue(moving, [{ type: 'job.changed', job: { ...second, status: 'queued' } }])
    expect(state.progress.size).toBe(0)
  })

  it('is the same object when nothing concerns it', () => {
    const state = queueFrom([first])
    expect(reduceQueue(state, [{ type: 'account.removed', accountId: first.accountId }])).toBe(state)
  })
})
