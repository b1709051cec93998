// Shows the life of a job: each step that matters by example, what must never happen by any walk at all.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ERROR_TRAITS, failure, type Delivery, type ErrorCode } from '../../shared/errors.ts'
import { FINISHED_STATUSES, jobStatusSchema, type JobStatus } from '../../shared/model/job.ts'
import type { Job } from './job.ts'
import { step, type JobEvent } from './machine.ts'
import { MOST_ATTEMPTS } from './retry-policy.ts'
import { sampleJob } from './sample-job.testkit.ts'

const MOMENT = { nowMs: 1_000_000, jitter: 0.5 }
const STATUSES = jobStatusSchema.options
const CODES = Object.keys(ERROR_TRAITS) as ErrorCode[]

const failed = (
  code: ErrorCode,
  delivery: Delivery,
  isHandedOver = false,
  retryAfterMs?: number,
): JobEvent => ({
  type: 'failed',
  failure: failure(code, delivery, retryAfterMs === undefined ? {} : { retryAfterMs }),
  isHandedOver,
})

const after = (status: JobStatus, event: JobEvent) => step(sampleJob({ status }), event, MOMENT)

test('started: the intent counts the attempt, then the upload follows', () => {
  const { job, effects } = after('queued', { type: 'start' })
  expect(job).toMatchObject({ status: 'uploading', attempts: 1, startedAtMs: MOMENT.nowMs, failure: null })
  expect(effects).toEqual([{ type: 'upload' }])
})

test('succeeded: done, with the ID', () => {
  const { job } = after('uploading', { type: 'succeeded', assetId: 'asset_1' })
  expect(job).toMatchObject({ status: 'done', assetId: 'asset_1', failure: null })
})

test.each<[string, JobEvent, JobStatus, string[]]>([
  ['lost reply', failed('connection-lost', 'unknown', true), 'unconfirmed', []],
  ['reset in mid-body', failed('connection-lost', 'unknown'), 'unconfirmed', []],
  ['server failed', failed('server-failed', 'unknown', true), 'unconfirmed', []],
  ['no host', failed('host-not-found', 'not-sent'), 'waiting', ['wake']],
  ['refused key', failed('key-refused', 'refused'), 'queued', ['block-account']],
  ['no money', failed('payment-required', 'refused'), 'queued', ['block-account']],
  ['too many requests', failed('rate-limited', 'refused', true), 'waiting', ['wake']],
  ['told when', failed('rate-limited', 'refused', true, 5000), 'waiting', ['wake', 'hold-account']],
  ['bad request', failed('request-invalid', 'refused', true), 'failed', []],
  ['file gone', failed('file-missing', 'not-sent'), 'failed', []],
  ['cancelled in mid-body', failed('cancelled', 'unknown'), 'cancelled', []],
  ['cancelled before it was sent', failed('cancelled', 'not-sent'), 'cancelled', []],
  ['cancelled before an empty file was sent', failed('cancelled', 'not-sent', true), 'cancelled', []],
  ['cancelled after all was sent', failed('cancelled', 'unknown', true), 'unconfirmed', []],
  ['app ended, nothing known', { type: 'interrupted', delivery: 'unknown' }, 'unconfirmed', []],
  ['app ended, nothing sent', { type: 'interrupted', delivery: 'not-sent' }, 'queued', []],
])('uploading, then %s', (_, event, status, effects) => {
  const { job, effects: found } = after('uploading', event)
  expect(job.status).toBe(status)
  expect(found.map(({ type }) => type)).toEqual(effects)
})

test('a hold ends when the provider said; the job itself waits a little longer', () => {
  const { job, effects } = after('uploading', failed('rate-limited', 'refused', true, 5000))
  expect(effects).toContainEqual({ type: 'hold-account', untilMs: MOMENT.nowMs + 5000 })
  expect(job.waitingUntilMs).toBeGreaterThan(MOMENT.nowMs + 5000)
})

test('cancelling what runs asks for the end of its request, and decides nothing yet', () => {
  const job = sampleJob({ status: 'uploading' })
  expect(step(job, { type: 'cancel' }, MOMENT)).toEqual({ job, effects: [{ type: 'abort' }] })
})

test('an unconfirmed job is not for cancelling: only the person’s word settles it', () => {
  for (const type of ['cancel', 'retry', 'start', 'due', 'resume', 'pause'] as const)
    expect(after('unconfirmed', { type }).job.status).toBe('unconfirmed')
  expect(after('unconfirmed', { type: 'settle', as: 'done' }).job.status).toBe('done')
  expect(after('unconfirmed', { type: 'settle', as: 'upload-again' }).job).toMatchObject({
    status: 'queued',
    attempts: 0,
  })
})

test('an event without meaning returns the very same job', () => {
  const job = sampleJob({ status: 'done' })
  expect(step(job, { type: 'start' }, MOMENT).job).toBe(job)
})

const anyFailed = fc
  .record({
    code: fc.constantFrom(...CODES),
    delivery: fc.constantFrom<Delivery>('not-sent', 'refused', 'unknown'),
    isHandedOver: fc.boolean(),
    retryAfterMs: fc.option(fc.nat(3_600_000)),
  })
  .map(({ isHandedOver, code, delivery, retryAfterMs }): JobEvent => ({
    type: 'failed',
    failure: failure(code, delivery, { retryAfterMs }),
    isHandedOver,
  }))
const anyEvent: fc.Arbitrary<JobEvent> = fc.oneof(
  fc.constantFrom<JobEvent>(
    { type: 'start' },
    { type: 'succeeded', assetId: 'asset_1' },
    { type: 'due' },
    { type: 'cancel' },
    { type: 'pause' },
    { type: 'resume' },
    { type: 'retry' },
    { type: 'settle', as: 'upload-again' },
    { type: 'settle', as: 'done' },
    { type: 'interrupted', delivery: 'unknown' },
    { type: 'interrupted', delivery: 'not-sent' },
  ),
  anyFailed,
)
const anyMoment = fc.record({ nowMs: fc.nat(), jitter: fc.double({ min: 0, max: 1, noNaN: true }) })
const anyWalk = fc.array(fc.tuple(anyEvent, anyMoment), { maxLength: 40 })

/** Calls `look` for every step of the walk from a queued job. */
function walk(
  events: readonly (readonly [JobEvent, { nowMs: number; jitter: number }])[],
  look: (before: Job, event: JobEvent, after: ReturnType<typeof step>, nowMs: number) => void,
) {
  let job = sampleJob()
  for (const [event, moment] of events) {
    const taken = step(job, event, moment)
    look(job, event, taken, moment.nowMs)
    job = taken.job
  }
}

test('no walk breaks what the queue promises', () => {
  const seen = new Set<JobStatus>()
  const walks = fc.property(anyWalk, (events) => {
    walk(events, (before, event, { job, effects }, nowMs) => {
      seen.add(job.status)
      const types = effects.map(({ type }) => type)
      if (FINISHED_STATUSES.has(before.status) && job.status !== before.status) {
        expect(event.type).toBe('retry')
        expect(before.status).not.toBe('done')
      }
      if (types.includes('upload')) expect([before.status, event.type]).toEqual(['queued', 'start'])
      if (before.status === 'unconfirmed' && job.status !== 'unconfirmed') expect(event.type).toBe('settle')
      if (event.type === 'failed' && event.failure.delivery === 'unknown' && before.status === 'uploading') {
        const mayBeThere = event.failure.code !== 'cancelled' || event.isHandedOver
        expect(job.status).toBe(mayBeThere ? 'unconfirmed' : 'cancelled')
      }
      expect(job.status === 'waiting').toBe(job.waitingUntilMs !== null)
      if (job.waitingUntilMs !== null && job !== before) {
        expect(job.waitingUntilMs).toBeGreaterThanOrEqual(nowMs)
        expect(effects).toContainEqual({ type: 'wake', atMs: job.waitingUntilMs })
      }
      expect(job.attempts).toBeLessThanOrEqual(MOST_ATTEMPTS + before.attempts)
    })
  })
  fc.assert(walks, { numRuns: 2000 })
  // `checking` is for providers whose list can answer for an unknown delivery; nothing leads there yet.
  expect(STATUSES.filter((status) => !seen.has(status))).toEqual(['checking'])
})
