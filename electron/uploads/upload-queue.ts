// The running queue: starts what may start, and carries out what the steps of its jobs ask for.
import { failure, type Failure } from '../../shared/errors.ts'
import type { AccountId, JobId } from '../../shared/ids.ts'
import type { RemoteAsset } from '../../shared/model/asset.ts'
import { FINISHED_STATUSES, type JobProgress } from '../../shared/model/job.ts'
import type { BufferPool } from '../http/buffer-pool.ts'
import { createAccountStops } from './account-stops.ts'
import { createAlarms } from './alarms.ts'
import type { Job } from './job.ts'
import type { Effect, JobEvent } from './job-event.ts'
import type { MoveTo } from './job-order.ts'
import { createJournalledJobs, type NewJob } from './journalled-jobs.ts'
import { createLooks, type Look, type LookOutcome } from './looks.ts'
import type { QueueStore } from './queue-store.ts'
import { createRuns, type RunEnd } from './runs.ts'
import { jobsToStart } from './schedule.ts'
import type { UploadVia } from './upload-file.ts'

/** What the queue needs to know of an account at the moment a job starts. */
export type AccountLane = {
  /** How many of its uploads may run now, those that do included; 0 while its provider wants a pause. */
  readonly parallelUploads: number
  readonly via: UploadVia
}

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
  readonly unblock: (accountId: AccountId) => void
  /** Starts what may start now: an account takes uploads again, or a limit has grown. */
  readonly reconsider: () => void
  readonly progress: () => readonly JobProgress[]
  /** Checks what an earlier run left uploading, then begins. */
  readonly start: () => void
  /** Aborts what runs; resolves when every request has ended and is journalled. */
  readonly stop: () => Promise<void>
}

export type QueueOptions = {
  readonly store: QueueStore
  readonly pool: BufferPool
  readonly nowMs: () => number
  /** A clock that nobody sets, for all that waits. */
  readonly steadyMs: () => number
  /** From 0 to 1. */
  readonly random: () => number
  /** How many uploads of all accounts may run now. */
  readonly mostAtOnce: () => number
  /** null: the account is gone, disabled or without a key now; its jobs stay queued. */
  readonly laneOf: (accountId: AccountId) => AccountLane | null
  readonly look: Look
  /** Called inside the transaction that journals the job as done. `sha256`: null where the bytes were not read. */
  readonly recordAsset: (job: Job, asset: RemoteAsset, sha256: string | null) => void
  readonly onChanged: (job: Job) => void
  readonly onRemoved: (id: JobId) => void
  readonly onBlockChanged: (accountId: AccountId) => void
  /** The journal refused a write: no upload starts until it takes one again. */
  readonly onUnwritable: (error: unknown) => void
  readonly onWritable: () => void
}

/** No wait of an earlier run is trusted for longer: clocks are set. */
const LONGEST_WAIT_MS = 3_660_000

export function createUploadQueue(options: QueueOptions): UploadQueue {
  const { pool, nowMs, steadyMs, laneOf, recordAsset } = options
  const jobs = createJournalledJobs({ ...options, perform, onSettled: pump })
  const stops = createAccountStops(options)
  const runs = createRuns({ pool, steadyMs, onEnded: runEnded })
  const looks = createLooks({ look: options.look, onEnded: lookEnded })
  const alarms = createAlarms<JobId>({
    steadyMs,
    onDue: (ids) => {
      jobs.note(ids, { type: 'due' })
    },
  })
  let isRunning = false

  function perform(job: Job, effect: Effect) {
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
        return
      case 'block-account':
        stops.block(job.accountId, effect.failure)
        return
      case 'learn-limit':
    }
  }

  function run(job: Job) {
    const lane = laneOf(job.accountId)
    if (lane) {
      runs.start(job, lane.via)
      return
    }
    const outcome = { ok: false, failure: failure('key-missing', 'not-sent'), isHandedOver: false } as const
    runEnded(job, { outcome, wish: null, startedAtMs: steadyMs() })
  }

  function runEnded({ id, accountId }: Job, { outcome, wish, startedAtMs }: RunEnd) {
    if (outcome.ok) {
      stops.succeeded(accountId)
      noteDone(id, 'succeeded', outcome.asset, outcome.sha256)
      return
    }
    const { failure: reason, isHandedOver } = outcome
    const pace = stops.failed(accountId, reason, startedAtMs)
    jobs.note([id], { type: 'failed', failure: reason, isHandedOver, wish, ...pace })
  }

  function lookEnded({ id }: Job, outcome: LookOutcome) {
    if (outcome.type === 'found') noteDone(id, 'found', outcome.asset, outcome.sha256)
    else jobs.note([id], { type: outcome.type })
  }

  function noteDone(id: JobId, type: 'succeeded' | 'found', asset: RemoteAsset, sha256: string | null) {
    jobs.note([id], { type, assetId: asset.primaryId }, () => {
      const job = jobs.table.get(id)
      if (job) recordAsset(job, asset, sha256)
    })
  }

  function pump() {
    if (!isRunning || !jobs.isWritable()) return
    const lanes = jobs.table.accounts().flatMap((accountId) => {
      const mostAtOnce = Math.min(stops.mostAtOnce(accountId), laneOf(accountId)?.parallelUploads ?? 0)
      const queued = jobs.table.queued(accountId, mostAtOnce)
      return { accountId, queued, runningCount: jobs.table.runningCount(accountId), mostAtOnce }
    })
    jobsToStart(lanes, options.mostAtOnce()).every((id) => jobs.start(id))
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
    add: jobs.add,
    apply: jobs.apply,
    move: jobs.move,
    clear: (ids) => {
      remove(ids.filter((id) => FINISHED_STATUSES.has(jobs.table.get(id)?.status ?? 'queued')))
    },
    removeAccount: (accountId) => {
      remove(jobs.table.all().flatMap((job) => (job.accountId === accountId ? [job.id] : [])))
      stops.forget(accountId)
    },
    blockedBy: stops.blockedBy,
    unblock: (accountId) => {
      stops.unblock(accountId)
      pump()
    },
    reconsider: pump,
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
    },
    stop: async () => {
      isRunning = false
      alarms.stop()
      await Promise.all([runs.quit(), looks.quit()])
      jobs.stop()
    },
  }
}
