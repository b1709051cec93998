// Tests how events change the queue.
import { describe, expect, it } from 'vitest'
import type { AppEvent } from '../../shared/ipc/events.ts'
import { aJob, jobId } from '../bridge/fake-bridge.testkit.ts'
import { queueFrom, reduceQueue } from './queue-reducer.ts'

const first = aJob({ id: jobId('j1') })
const second = aJob({ id: jobId('j2'), status: 'uploading' })
const progress = { jobId: second.id, sentBytes: 10, bytesPerSecond: 5, remainingMs: null, awaitingMs: null }

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

  it('follows a job that was moved', () => {
    const jobs = ['a', 'b', 'c'].map((id, position) => aJob({ id: jobId(id), position }))
    const [, , last = first] = jobs
    const state = reduceQueue(queueFrom(jobs), [{ type: 'job.changed', job: { ...last, position: -5 } }])
    expect(state.order).toEqual(['c', 'a', 'b'])
  })

  it('sums up what went out, also of jobs that came and went between two batches or began anew', () => {
    const small = aJob({ id: jobId('small'), sizeBytes: 700 })
    const sent = (sentBytes: number) =>
      ({ type: 'job.progressed', progress: { ...progress, jobId: first.id, sentBytes } }) as const
    let state = queueFrom([first, small])
    const hear = (...events: AppEvent[]) => {
      state = reduceQueue(state, events)
      return state.movedBytes
    }
    expect(hear({ type: 'job.changed', job: { ...first, status: 'uploading' } }, sent(100))).toBe(100)
    expect(hear({ type: 'job.changed', job: { ...small, status: 'done' } }, sent(300))).toBe(1000)
    expect(hear(sent(50))).toBe(1050)
    expect(hear({ type: 'job.changed', job: { ...first, status: 'done' } })).toBe(2000)
    expect(hear({ type: 'job.removed', jobId: first.id })).toBe(2000)
  })

  it('does not count what went out before the page looked', () => {
    const resumed = reduceQueue(queueFrom([second]), [{ type: 'job.progressed', progress }])
    expect(resumed.movedBytes).toBe(0)
    const more = { ...progress, sentBytes: 25 }
    expect(reduceQueue(resumed, [{ type: 'job.progressed', progress: more }]).movedBytes).toBe(15)
  })

  it('is the same object when nothing concerns it', () => {
    const state = queueFrom([first])
    expect(reduceQueue(state, [{ type: 'account.removed', accountId: first.accountId }])).toBe(state)
  })
})
