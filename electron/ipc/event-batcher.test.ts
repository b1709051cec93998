// Shows what reaches the page of what happens in main, in which order, and how often.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { accountIdSchema, jobIdSchema } from '../../shared/ids.ts'
import type { AppEvent, EventBatch } from '../../shared/ipc/events.ts'
import type { JobProgress } from '../../shared/model/job.ts'
import { DEFAULT_SETTINGS } from '../../shared/model/default-settings.ts'
import { createEventBatcher } from './event-batcher.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function batcher() {
  const sent: EventBatch[] = []
  let progress: JobProgress[] = []
  const made = createEventBatcher({ send: (batch) => sent.push(batch), progress: () => progress })
  const moveOn = (count: number) => {
    progress = Array.from({ length: count }, (_, index) => ({
      jobId: jobIdSchema.parse(`job-${index}`),
      sentBytes: 1,
      bytesPerSecond: 1,
      remainingMs: null,
      awaitingMs: null,
    }))
  }
  return { ...made, sent, moveOn }
}

const removedJob = (id: string): AppEvent => ({ type: 'job.removed', jobId: jobIdSchema.parse(id) })
const removedAccount = (id: string): AppEvent => ({
  type: 'account.removed',
  accountId: accountIdSchema.parse(id),
})
const recorded = (count: number): AppEvent => ({
  type: 'record.changed',
  accountId: accountIdSchema.parse('account-1'),
  recordCount: count,
})
const notice = (id: string): AppEvent => ({
  type: 'notice.raised',
  notice: { id, code: 'record-unwritable', fileName: null },
})

test('nothing is sent before the page has asked, then all of it in one batch', () => {
  const { push, start, seq, sent } = batcher()
  push(removedJob('a'))
  vi.advanceTimersByTime(1000)
  expect(sent).toEqual([])
  start()
  start()
  vi.advanceTimersByTime(100)
  expect(sent).toEqual([{ seq: 1, events: [removedJob('a')] }])
  expect(seq()).toBe(1)
})

test('batches are numbered without a gap, and none is empty', () => {
  const { push, start, stop, sent } = batcher()
  start()
  for (const id of ['a', 'b', 'c']) {
    push(removedJob(id))
    vi.advanceTimersByTime(350)
  }
  stop()
  push(removedJob('d'))
  vi.advanceTimersByTime(1000)
  expect(sent.map(({ seq }) => seq)).toEqual([1, 2, 3])
})

test('the latest word on a thing wins, in the place of the first; what has no subject is never lost', () => {
  const { push, start, sent } = batcher()
  start()
  const told = [recorded(1), removedAccount('x'), notice('1'), recorded(2), notice('2')]
  told.forEach(push)
  push({ type: 'settings.changed', settings: DEFAULT_SETTINGS })
  push({ type: 'settings.changed', settings: { ...DEFAULT_SETTINGS, theme: 'dark' } })
  vi.advanceTimersByTime(100)
  expect(sent[0]?.events).toEqual([
    recorded(2),
    removedAccount('x'),
    notice('1'),
    notice('2'),
    { type: 'settings.changed', settings: { ...DEFAULT_SETTINGS, theme: 'dark' } },
  ])
})

test('progress comes after changes, at most 500 rows of it', () => {
  const { push, start, sent, moveOn } = batcher()
  start()
  moveOn(600)
  push(removedJob('a'))
  vi.advanceTimersByTime(100)
  expect(sent[0]?.events).toHaveLength(501)
  expect(sent[0]?.events[0]).toEqual(removedJob('a'))
  moveOn(1)
  vi.advanceTimersByTime(100)
  expect(sent[1]?.events).toMatchObject([{ type: 'job.progressed', progress: { jobId: 'job-0' } }])
})

test('thousands of changes come in batches of 500, none lost, the latest word on each', () => {
  const { push, start, sent } = batcher()
  start()
  for (let index = 0; index < 1200; index += 1) push(removedJob(`job-${index}`))
  vi.advanceTimersByTime(100)
  push(removedJob('job-0'))
  push(recorded(7))
  vi.advanceTimersByTime(1000)
  expect(sent.map(({ seq, events }) => [seq, events.length])).toEqual([
    [1, 500],
    [2, 500],
    [3, 202],
  ])
  const told = sent.flatMap(({ events }) => events)
  expect(told.slice(0, 1200)).toEqual(Array.from({ length: 1200 }, (_, index) => removedJob(`job-${index}`)))
  expect(told.slice(1200)).toEqual([removedJob('job-0'), recorded(7)])
})
