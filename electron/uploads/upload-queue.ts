// The running queue: starts what may start, and carries out what the steps of its jobs ask for.
import { failure, type Failure } from '../../shared/errors.ts'
import type { AccountId, JobId } from '../../shared/ids.ts'
import type { RemoteAsset } from '../../shared/model/asset.ts'
import { FINISHED_STATUSES, type JobProgress, type JobStatus } from '../../shared/model/job.ts'
import { createAccountBlocks } from './account-blocks.ts'
import { createAccountBreakers, type Pace, type ServiceWait } from './account-breakers.ts'
import { createAlarms } from './alarms.ts'
import type { Job } from './job.ts'
import type { AccountEffect, Effect, JobEvent } from './job-event.ts'
import type { MoveTo } from './job-order.ts'
import { createJournalledJobs, type NewJob } from './journalled-jobs.ts'
import { createLearntLimits } from './learnt-limits.ts'
import { createLooks, type LookOutcome } from './looks.ts'
import type { QueueOptions } from './queue-options.ts'
import { createRuns, type RunEnd } from './runs.ts'
import { jobsToStart } from './schedule.ts'
import { createSweeper } from './sweeper.ts'

export type UploadQueue = {
  /** In queue order. */
  readonly jobs: () => readonly Job[]
  readonly get: (id: JobId) => Job | undefined
  /** Durable when it returns. Throws when the journal cannot be written; then no job was added. */
  readonly add: (jobs: readonly NewJob[]) => void
  readonly apply: (ids: readonly JobId[], event: JobEvent) => void
  /** Throws when the journal cannot be written; then every job has kept its place. */
  readonly move: (ids: readonly JobId[], to: MoveTo) => void
  /** Takes finished jobs away; others are left alone. */
  readonly clear: (ids: readonly JobId[]) => void
  /** Takes all jobs of the account away, aborting those that run. */
  readonly removeAccount: (accountId: AccountId) => void
  readonly blockedBy: (accountId: AccountId) => Failure | null
  /** What the account's jobs wait for, besides what blocks them and what their provider asks for. */
  readonly waitsFor: (accountId: AccountId) => ServiceWait
  readonly unblock: (accountId: AccountId) => void
  /** Starts what may start now: an account takes uploads again, or a limit has grown. */
  readonly reconsider: () => void
  /** Ends what runs, since its connections are dead, and what is over of the waits, all at once. */
  readonly resumeAfterSleep: () => void
  readonly progress: () => readonly JobProgress[]
  /** Checks what an earlier run left uploading, then begins. */
  readonly start: () => void
  /** Aborts what runs; resolves when every request has ended and is journalled. */
  readonly stop: () => Promise<void>
}

/** No wait of an earlier run is trusted for longer: clocks are set. */
const LONGEST_WAIT_MS = 3_660_000
const TO_BE_SENT: ReadonlySet<JobStatus> = new Set(['queued', 'waiting'])
const NO_BLAME: Pace = { isCounted: false, leastDelayMs: 0 }

export function createUploadQueue(options: QueueOptions): UploadQueue {
  const { pool, nowMs, steadyMs, laneOf, recordAsset } = options
  const jobs = createJournalledJobs({
    ...options,
    heed,
    perform,
    startable,
    underWayCount: () => runs.count(),
  })
  const blocks = createAccountBlocks({ ...options, onOpened: jobs.reconsider })
  const breakers = createAccountBreakers({ ...options, onOpened: jobs.reconsider })
  const limits = createLearntLimits()
  const runs = createRuns({ pool, steadyMs, onEnded: runEnded })
  const looks = createLooks({ look: options.look, onEnded: lookEnded })
  const alarms = createAlarms<JobId>({
    steadyMs,
    onDue: (ids) => {
      jobs.note(ids, { type: 'due' })
    },
  })
  const sweeper = createSweeper(options.store)
  let isRunning = false

  function heed(job: Job, effect: AccountEffect) {
    if (effect.type === 'block-account') blocks.block(job.accountId, effect.failure)
    else {
      limits.learn(job, effect.failure)
      refuseTooLarge(jobs.table.ofAccount(job.accountId, TO_BE_SENT))
    }
  }

  function perform(job: Job, effect: Exclude<Effect, AccountEffect>) {
    switch (effect.type) {
      case 'upload':
        run(job)
        return
      case 'abort':
        runs.end(job.id, effect.wish)
        return
      case 'wake':
        alarms.set(job.id, effect.delayMs)
        return
      case 'look':
        looks.start(job)
        return
      case 'stop-looking':
        looks.stop(job.id)
    }
  }

  function run(job: Job) {
    const lane = laneOf(job.accountId)
    if (lane) {
      runs.start(job, lane.via)
      return
    }
    const outcome = { ok: false, failure: failure('key-missing', 'not-sent'), isHandedOver: false } as const
    runEnded(job, { outcome, wish: null, isDropped: false, startedAtMs: steadyMs() })
  }

  function runEnded({ id, accountId }: Job, { outcome, wish, isDropped, startedAtMs }: RunEnd) {
    if (outcome.ok) {
      blocks.succeeded(accountId)
      breakers.succeeded(accountId)
      noteDone(id, 'succeeded', outcome.asset, outcome.sha256)
      return
    }
    const { failure: reason, isHandedOver } = outcome
    const pace = isDropped ? NO_BLAME : breakers.failed(accountId, reason, startedAtMs)
    jobs.note([id], { type: 'failed', failure: reason, isHandedOver, wish, ...pace })
  }

  function lookEnded({ id, accountId }: Job, outcome: LookOutcome) {
    if (outcome.type === 'found') noteDone(id, 'found', outcome.asset, outcome.sha256)
    else if (outcome.type === 'absent')
      jobs.note([id], { type: 'absent', isCounted: breakers.waitsFor(accountId) === null })
    else jobs.note([id], { type: outcome.type })
  }

  function noteDone(id: JobId, type: 'succeeded' | 'found', asset: RemoteAsset, sha256: string | null) {
    jobs.note([id], { type, assetId: asset.primaryId }, () => {
      const job = jobs.table.get(id)
      if (job) recordAsset(job, asset, sha256)
    })
  }

  function startable() {
    if (!isRunning || !jobs.isWritable()) return []
    const lanes = jobs.table.accounts().flatMap((accountId) => {
      const mostAtOnce = blocks.isHeld(accountId)
        ? 0
        : Math.min(breakers.mostAtOnce(accountId), laneOf(accountId)?.parallelUploads ?? 0)
      const queued = jobs.table.queued(accountId, mostAtOnce)
      return { accountId, queued, runningCount: jobs.table.runningCount(accountId), mostAtOnce }
    })
    return jobsToStart(lanes, options.mostAtOnce())
  }

  /** What the provider would refuse again costs no request. */
  function refuseTooLarge(ids: readonly JobId[]) {
    const refused = new Map<Failure, JobId[]>()
    for (const id of ids) {
      const job = jobs.table.get(id)
      const reason = job ? limits.refusalOf(job) : null
      if (reason) refused.set(reason, [...(refused.get(reason) ?? []), id])
    }
    refused.forEach((tooLarge, reason) => {
      jobs.note(tooLarge, { type: 'refuse', failure: reason })
    })
  }

  function remove(ids: readonly JobId[]) {
    jobs.remove(ids)
    ids.forEach((id) => {
      runs.end(id, 'cancel')
      looks.stop(id)
      alarms.drop(id)
    })
  }

  return {
    jobs: jobs.table.all,
    get: jobs.table.get,
    add: (newJobs) => {
      refuseTooLarge(jobs.add(newJobs))
      jobs.reconsider()
    },
    apply: jobs.apply,
    move: jobs.move,
    clear: (ids) => {
      remove(ids.filter((id) => FINISHED_STATUSES.has(jobs.table.get(id)?.status ?? 'queued')))
    },
    removeAccount: (accountId) => {
      remove(jobs.table.all().flatMap((job) => (job.accountId === accountId ? [job.id] : [])))
      blocks.unblock(accountId)
      breakers.forget(accountId)
      limits.forget(accountId)
    },
    blockedBy: blocks.blockedBy,
    waitsFor: breakers.waitsFor,
    unblock: (accountId) => {
      blocks.unblock(accountId)
      breakers.forget(accountId)
      limits.forget(accountId)
      jobs.reconsider()
    },
    reconsider: jobs.reconsider,
    resumeAfterSleep: () => {
      runs.dropAll()
      const overdue = jobs.table
        .all()
        .filter(({ waitingUntilMs }) => waitingUntilMs !== null && waitingUntilMs <= nowMs())
      jobs.note(
        overdue.map(({ id }) => id),
        { type: 'due' },
      )
      breakers.tryAgain()
    },
    progress: runs.progress,
    start: () => {
      isRunning = true
      const all = jobs.table.all()
      for (const { id, waitingUntilMs } of all)
        if (waitingUntilMs !== null) alarms.set(id, Math.min(LONGEST_WAIT_MS, waitingUntilMs - nowMs()))
      jobs.note(
        all.map(({ id }) => id),
        { type: 'interrupted' },
      )
      jobs.flush()
      sweeper.start()
    },
    stop: async () => {
      isRunning = false
      sweeper.stop()
      alarms.stop()
      breakers.stop()
      await Promise.all([runs.quit(), looks.quit()])
      jobs.stop()
    },
  }
}
