// Shows the life of a job: each step that matters by example, what must never happen by any walk at all.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ERROR_TRAITS, failure, type Delivery, type ErrorCode } from '../../shared/errors.ts'
import { FINISHED_STATUSES, jobStatusSchema, type JobStatus } from '../../shared/model/job.ts'
import type { Job } from './job.ts'
import type { JobEvent, Wish } from './job-event.ts'
import { step, type Moment } from './machine.ts'
import { LONGEST_TRY_MS, MOST_ATTEMPTS } from './retry-policy.ts'
import { sampleJob } from './sample-job.testkit.ts'

const MOMENT = { nowMs: 1_000_000, steadyMs: LONGEST_TRY_MS + 5000, jitter: 0.5 }
const STATUSES = jobStatusSchema.options
const CODES = Object.keys(ERROR_TRAITS) as ErrorCode[]

type Failed = Extract<JobEvent, { type: 'failed' }>

const failed = (code: ErrorCode, delivery: Delivery, change: Partial<Failed> = {}): JobEvent => ({
  type: 'failed',
  failure: failure(code, delivery),
  isHandedOver: false,
  wish: null,
  isCounted: true,
  leastDelayMs: 0,
  ...change,
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

const whole = { isHandedOver: true }

test.each<[string, JobEvent, JobStatus, string[]]>([
  ['lost reply', failed('connection-lost', 'unknown', whole), 'checking', ['look']],
  ['reset in mid-body', failed('connection-lost', 'unknown'), 'checking', ['look']],
  ['server failed', failed('server-failed', 'unknown', whole), 'checking', ['look']],
  ['file changed meanwhile', failed('file-changed', 'unknown', whole), 'unconfirmed', []],
  ['no connection', failed('connection-lost', 'not-sent'), 'waiting', ['wake']],
  ['the service is down', failed('connection-refused', 'not-sent', { isCounted: false }), 'queued', []],
  ['refused key', failed('key-refused', 'refused'), 'queued', ['block-account']],
  ['no money', failed('payment-required', 'refused'), 'queued', ['block-account']],
  ['too many requests', failed('rate-limited', 'refused', { isCounted: false }), 'waiting', ['wake']],
  ['bad request', failed('request-invalid', 'refused', whole), 'failed', []],
  ['too large after all', failed('too-large', 'refused'), 'failed', ['learn-limit']],
  ['file gone', failed('file-missing', 'not-sent'), 'failed', []],
  ['killed', { type: 'interrupted' }, 'checking', ['look']],
])('uploading, then %s', (_, event, status, effects) => {
  const taken = after('uploading', event)
  expect(taken.job.status).toBe(status)
  expect(taken.effects.map(({ type }) => type)).toEqual(effects)
})

test.each<[string, Wish, JobEvent, JobStatus]>([
  ['cancelled in mid-body', 'cancel', failed('cancelled', 'unknown'), 'cancelled'],
  ['cancelled before it was sent', 'cancel', failed('cancelled', 'not-sent'), 'cancelled'],
  ['cancelled before an empty file was sent', 'cancel', failed('cancelled', 'not-sent', whole), 'cancelled'],
  ['cancelled after all was sent', 'cancel', failed('cancelled', 'unknown', whole), 'checking'],
  ['cancelled as it was refused', 'cancel', failed('rate-limited', 'refused'), 'cancelled'],
  ['cancelled as it failed', 'cancel', failed('request-invalid', 'refused'), 'failed'],
  ['paused in mid-body', 'pause', failed('cancelled', 'unknown'), 'paused'],
  ['paused after all was sent', 'pause', failed('cancelled', 'unknown', whole), 'checking'],
  ['paused as it was refused', 'pause', failed('rate-limited', 'refused'), 'paused'],
  ['the app quit in mid-body', 'quit', failed('cancelled', 'unknown'), 'queued'],
  ['the app quit after all was sent', 'quit', failed('cancelled', 'unknown', whole), 'checking'],
])('%s', (_, wish, event, status) => {
  expect(after('uploading', { ...event, wish } as JobEvent).job.status).toBe(status)
})

test('our own end of a request costs the file no attempt', () => {
  const job = sampleJob({ status: 'uploading', attempts: 3 })
  expect(step(job, failed('cancelled', 'unknown', { wish: 'pause' }), MOMENT).job.attempts).toBe(2)
})

test('the file pays for its own failures only, six of them at most', () => {
  const last = sampleJob({ status: 'uploading', attempts: MOST_ATTEMPTS })
  const lost = failed('connection-lost', 'not-sent')
  expect(step(last, lost, MOMENT).job.status).toBe('failed')
  expect(step(last, { ...lost, isCounted: false } as JobEvent, MOMENT).job).toMatchObject({
    status: 'queued',
    attempts: MOST_ATTEMPTS - 1,
  })
})

test('after a day of tries no more is made by itself, whoever is to blame', () => {
  const triedSinceMs = MOMENT.steadyMs - LONGEST_TRY_MS
  const job = sampleJob({ status: 'uploading', attempts: 1, triedSinceMs })
  const refused = failed('connection-refused', 'not-sent', { isCounted: false })
  expect(step(job, refused, MOMENT).job.status).toBe('failed')
  const { job: retried } = step(sampleJob({ status: 'failed', triedSinceMs }), { type: 'retry' }, MOMENT)
  expect(step(retried, { type: 'start' }, MOMENT).job.triedSinceMs).toBe(MOMENT.steadyMs)
})

test.each([2 * LONGEST_TRY_MS, -2 * LONGEST_TRY_MS])(
  'a clock set by %d ms costs no job its tries',
  (setMs) => {
    const { job } = after('queued', { type: 'start' })
    const later = { ...MOMENT, nowMs: MOMENT.nowMs + setMs, steadyMs: MOMENT.steadyMs + 1000 }
    expect(step(job, failed('connection-lost', 'not-sent'), later).job.status).toBe('waiting')
  },
)

test('a machine that was started anew counts its tries anew', () => {
  const before = sampleJob({ status: 'queued', attempts: 1, triedSinceMs: 30 * LONGEST_TRY_MS })
  const { job } = step(before, { type: 'start' }, MOMENT)
  expect(job.triedSinceMs).toBe(MOMENT.steadyMs)
  const nextDay = { ...MOMENT, steadyMs: MOMENT.steadyMs + LONGEST_TRY_MS }
  expect(step(job, failed('connection-lost', 'not-sent'), nextDay).job.status).toBe('failed')
})

test('the account’s budget prolongs the wait', () => {
  const { job } = after('uploading', failed('connection-lost', 'not-sent', { leastDelayMs: 40_000 }))
  expect(job.waitingUntilMs).toBe(MOMENT.nowMs + 40_000)
})

test.each<[JobEvent, JobStatus]>([
  [{ type: 'found', assetId: 'asset_1' }, 'done'],
  [{ type: 'absent', isCounted: true }, 'waiting'],
  [{ type: 'absent', isCounted: false }, 'queued'],
  [{ type: 'ambiguous' }, 'unconfirmed'],
  [{ type: 'cannot-look' }, 'unconfirmed'],
])('checking, then $type', (event, status) => {
  const job = sampleJob({ status: 'checking', attempts: 1, failure: failure('connection-lost', 'unknown') })
  expect(step(job, event, MOMENT).job.status).toBe(status)
})

test('cancelled, and then found to be absent: that is what was wished', () => {
  const job = sampleJob({ status: 'checking', failure: failure('cancelled', 'unknown') })
  expect(step(job, { type: 'absent', isCounted: true }, MOMENT).job.status).toBe('cancelled')
})

test('a person’s word ends a search', () => {
  for (const event of [{ type: 'cancel' }, { type: 'settle', as: 'done' }] as const)
    expect(after('checking', event).effects).toEqual([{ type: 'stop-looking' }])
  expect(after('checking', { type: 'cancel' }).job.status).toBe('unconfirmed')
})

test('after a restart a search begins anew', () => {
  const job = sampleJob({ status: 'checking' })
  expect(step(job, { type: 'interrupted' }, MOMENT)).toEqual({ job, effects: [{ type: 'look' }] })
})

test.each<Wish>(['cancel', 'pause'])('%s: what runs is asked to end, and nothing is decided yet', (type) => {
  const job = sampleJob({ status: 'uploading' })
  const effects = [{ type: 'abort', wish: type }]
  expect(step(job, { type } as JobEvent, MOMENT)).toEqual({ job, effects })
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
    retryAfterMs: fc.option(fc.nat(3_600_000)),
    change: fc.record({
      isHandedOver: fc.boolean(),
      isCounted: fc.boolean(),
      leastDelayMs: fc.nat(60_000),
      wish: fc.option(fc.constantFrom<Wish>('cancel', 'pause', 'quit')),
    }),
  })
  .map(({ code, delivery, retryAfterMs, change }) =>
    failed(code, delivery, { ...change, failure: failure(code, delivery, { retryAfterMs }) }),
  )
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
    { type: 'interrupted' },
    { type: 'check' },
    { type: 'found', assetId: 'asset_2' },
    { type: 'absent', isCounted: true },
    { type: 'absent', isCounted: false },
    { type: 'ambiguous' },
    { type: 'cannot-look' },
    { type: 'refuse', failure: failure('too-large', 'not-sent') },
  ),
  anyFailed,
)
const anyMoment = fc.record({
  nowMs: fc.nat(),
  steadyMs: fc.nat(),
  jitter: fc.double({ min: 0, max: 1, noNaN: true }),
})
const anyWalk = fc.array(fc.tuple(anyEvent, anyMoment), { maxLength: 40 })

/** Calls `look` for every step of the walk from a queued job. */
function walk(
  events: readonly (readonly [JobEvent, Moment])[],
  look: (before: Job, event: JobEvent, after: ReturnType<typeof step>, nowMs: number) => void,
) {
  let job = sampleJob()
  for (const [event, moment] of events) {
    const taken = step(job, event, moment)
    look(job, event, taken, moment.nowMs)
    job = taken.job
  }
}

const isOpen = ({ status }: Job) => ['queued', 'waiting', 'uploading'].includes(status)

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
      if (before.status === 'unconfirmed' && job.status !== 'unconfirmed')
        expect(['settle', 'check']).toContain(event.type)
      // What may have arrived goes out again only when it was looked for and not found, or at a person's word.
      if (before.status === 'checking' && isOpen(job)) expect(['absent', 'settle']).toContain(event.type)
      if (event.type === 'failed' && event.failure.delivery === 'unknown' && before.status === 'uploading') {
        const mayBeThere = event.failure.code !== 'cancelled' || event.isHandedOver
        if (mayBeThere) expect(['checking', 'unconfirmed']).toContain(job.status)
      }
      const isBegun = job.status === 'checking' && before.status !== 'checking'
      if (isBegun) expect(types).toContain('look')
      expect(job.status === 'waiting').toBe(job.waitingUntilMs !== null)
      if (job.waitingUntilMs !== null && job !== before) {
        expect(job.waitingUntilMs).toBeGreaterThanOrEqual(nowMs)
        expect(effects).toContainEqual({ type: 'wake', delayMs: job.waitingUntilMs - nowMs })
      }
      expect(job.attempts).toBeGreaterThanOrEqual(0)
      expect(job.attempts).toBeLessThanOrEqual(MOST_ATTEMPTS)
    })
  })
  fc.assert(walks, { numRuns: 2000 })
  expect(STATUSES.filter((status) => !seen.has(status))).toEqual([])
})
