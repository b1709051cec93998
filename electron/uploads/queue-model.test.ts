// Shows, over any run of events, what the queue of many jobs keeps to: limits, the journal, and no second sending.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { failure, type Delivery, type ErrorCode } from '../../shared/errors.ts'
import { accountIdSchema, jobIdSchema, type AccountId, type JobId } from '../../shared/ids.ts'
import type { JobStatus } from '../../shared/model/job.ts'
import type { JobEvent } from './job-event.ts'
import { createJobTable } from './job-table.ts'
import { jobSchema, type Job } from './job.ts'
import { step } from './machine.ts'
import { sampleJob } from './sample-job.testkit.ts'
import { jobsToStart } from './schedule.ts'

const ACCOUNTS = ['a', 'b'].map((id) => accountIdSchema.parse(id))
const IDS = Array.from({ length: 8 }, (_, index) => jobIdSchema.parse(`job-${String(index)}`))
const LANE_LIMIT = 2
const LIMIT = 3

/** The queue without its edges: what is saved is a list of lines, what is sent is counted. */
function model() {
  const journal: string[] = []
  const sent: JobId[] = []
  const table = createJobTable([])
  const accountOf = (id: JobId) => ACCOUNTS[IDS.indexOf(id) % 2] as AccountId

  const save = (job: Job) => {
    journal.push(JSON.stringify(job))
    table.put(job)
  }
  const apply = (id: JobId, event: JobEvent, nowMs: number) => {
    const before = table.get(id)
    if (!before) return
    const { job, effects } = step(before, event, { nowMs, steadyMs: nowMs, jitter: 0.5 })
    if (job !== before) save(job)
    if (effects.some(({ type }) => type === 'upload')) {
      // The intent is the last line of the journal when the request goes out.
      expect(JSON.parse(journal.at(-1) ?? '{}')).toMatchObject({ id, status: 'uploading' })
      sent.push(id)
    }
  }
  IDS.forEach((id, position) => {
    save(sampleJob({ id, position, accountId: accountOf(id) }))
  })
  return {
    table,
    journal,
    sent,
    apply,
    pump: (nowMs: number, held: AccountId | null) => {
      const lanes = ACCOUNTS.map((accountId) => ({
        accountId,
        queued: table.queued(accountId, LANE_LIMIT),
        runningCount: table.runningCount(accountId),
        mostAtOnce: accountId === held ? 0 : LANE_LIMIT,
      }))
      jobsToStart(lanes, LIMIT).forEach((id) => {
        apply(id, { type: 'start' }, nowMs)
      })
    },
    replayed: () => {
      const jobs = new Map<string, Job>()
      for (const line of journal) {
        const job = jobSchema.parse(JSON.parse(line))
        jobs.set(job.id, job)
      }
      return [...jobs.values()].sort((a, b) => a.position - b.position)
    },
  }
}

const failed = fc
  .record({
    code: fc.constantFrom<ErrorCode>(
      'connection-lost',
      'server-failed',
      'rate-limited',
      'cancelled',
      'too-large',
    ),
    delivery: fc.constantFrom<Delivery>('not-sent', 'refused', 'unknown'),
    isHandedOver: fc.boolean(),
    isCounted: fc.boolean(),
    wish: fc.constantFrom(null, 'cancel' as const, 'pause' as const, 'quit' as const),
  })
  .map(({ code, delivery, ...rest }): JobEvent => ({
    type: 'failed',
    failure: failure(code, delivery),
    leastDelayMs: 0,
    ...rest,
  }))
const others = fc.constantFrom<JobEvent>(
  { type: 'succeeded', assetId: 'asset_1' },
  { type: 'due' },
  { type: 'cancel' },
  { type: 'pause' },
  { type: 'resume' },
  { type: 'interrupted' },
  { type: 'check' },
  { type: 'absent', isCounted: true },
  { type: 'ambiguous' },
  { type: 'cannot-look' },
  { type: 'found', assetId: 'asset_2' },
)
const moves = fc.array(
  fc.record({
    id: fc.constantFrom(...IDS),
    event: fc.oneof(failed, others),
    held: fc.option(fc.constantFrom(...ACCOUNTS)),
  }),
  { maxLength: 80 },
)

test('limits are kept, no job is lost, the journal is the state', () => {
  fc.assert(
    fc.property(moves, (all) => {
      const { table, apply, pump, replayed } = model()
      all.forEach(({ id, event, held }, nowMs) => {
        apply(id, event, nowMs)
        pump(nowMs, held)
        const running = ACCOUNTS.map(table.runningCount)
        expect(Math.max(...running)).toBeLessThanOrEqual(LANE_LIMIT)
        expect(running.reduce((sum, count) => sum + count)).toBeLessThanOrEqual(LIMIT)
        expect(table.all().map(({ id: kept }) => kept)).toEqual(IDS)
      })
      expect(replayed()).toEqual(table.all())
    }),
    { numRuns: 300 },
  )
})

/** All that is known of the request is that bytes left, and that it was not us who left it incomplete. */
function leavesDoubt(event: JobEvent): boolean {
  if (event.type === 'interrupted') return true
  if (event.type !== 'failed' || event.failure.delivery !== 'unknown') return false
  return event.failure.code !== 'cancelled' || event.isHandedOver
}

test('what may have arrived is not sent again before it was looked for and not found', () => {
  fc.assert(
    fc.property(moves, (all) => {
      const { table, apply, pump, sent } = model()
      const inDoubt = new Set<JobId>()
      all.forEach(({ id, event, held }, nowMs) => {
        const before = table.get(id)?.status
        apply(id, event, nowMs)
        if (before === 'uploading' && leavesDoubt(event)) inDoubt.add(id)
        if (before === 'checking' && event.type === 'absent') inDoubt.delete(id)
        const sentBefore = sent.length
        pump(nowMs, held)
        for (const again of sent.slice(sentBefore)) expect(inDoubt.has(again)).toBe(false)
      })
    }),
    { numRuns: 300 },
  )
})

test('every job comes to an end when nothing interferes any more', () => {
  fc.assert(
    fc.property(moves, (all) => {
      const { table, apply, pump } = model()
      all.forEach(({ id, event, held }, nowMs) => {
        apply(id, event, nowMs)
        pump(nowMs, held)
      })
      for (let round = 0; round < 40; round += 1) {
        const nowMs = 1_000_000 + round
        IDS.forEach((id) => {
          for (const event of ENDINGS) apply(id, event, nowMs)
        })
        pump(nowMs, null)
      }
      const open = table.all().filter(({ status }) => !ENDED.has(status))
      expect(open).toEqual([])
    }),
    { numRuns: 200 },
  )
})

const ENDINGS: readonly JobEvent[] = [
  { type: 'resume' },
  { type: 'due' },
  { type: 'absent', isCounted: true },
  { type: 'succeeded', assetId: 'asset_1' },
]
/** Nothing more happens to them without the person. */
const ENDED: ReadonlySet<JobStatus> = new Set(['done', 'failed', 'cancelled', 'unconfirmed'])
