// The running queue: feeds events to the machine, journals what comes out, then carries out the effects.
import { randomUUID } from 'node:crypto'
import { failure, type Failure } from '../../shared/errors.ts'
import { jobIdSchema, type AccountId, type JobId } from '../../shared/ids.ts'
import type { RemoteAsset } from '../../shared/model/asset.ts'
import { FINISHED_STATUSES, type JobProgress } from '../../shared/model/job.ts'
import type { BufferPool } from '../http/buffer-pool.ts'
import type { Job } from './job.ts'
import { createJobTable } from './job-table.ts'
import { step, type Effect, type JobEvent } from './machine.ts'
import type { QueueStore } from './queue-store.ts'
import { jobsToStart } from './schedule.ts'
import { createSpeedMeter, type SpeedMeter } from './speed-meter.ts'
import { uploadFile, type UploadOutcome, type UploadVia } from './upload-file.ts'

const MOST_UPLOADS_AT_ONCE = 8
const UNWRITABLE_PAUSE_MS = 5000

export type NewJob = Pick<Job, 'accountId' | 'path' | 'facts' | 'fields' | 'identity'>

/** What the queue needs to know of an account at the moment a job starts. */
export type AccountLane = { readonly parallelUploads: number; readonly via: UploadVia }

export type UploadQueue = {
  readonly jobs: () => readonly Job[]
  readonly get: (id: JobId) => Job | undefined
  /** Durable when it returns. Throws when the journal cannot be written; then no job was added. */
  readonly add: (jobs: readonly NewJob[]) => void
  readonly apply: (ids: readonly JobId[], event: JobEvent) => void
  /** Takes finished jobs away; others are left alone. */
  readonly clear: (ids: readonly JobId[]) => void
  /** Takes all jobs of the account away, aborting those that run. */
  readonly removeAccount: (accountId: AccountId) => void
  readonly blockedBy: (accountId: AccountId) => Failure | null
  readonly unblock: (accountId: AccountId) => void
  /** Starts what may start now: an account takes uploads again. */
  readonly reconsider: () => void
  readonly progress: () => readonly JobProgress[]
  /** Marks what an earlier run left uploading as unconfirmed, then begins. */
  readonly start: () => void
  /** Aborts what runs; resolves when every request has ended and is journalled. */
  readonly stop: () => Promise<void>
}

type Options = {
  readonly store: QueueStore
  readonly pool: BufferPool
  readonly nowMs: () => number
  /** From 0 to 1. */
  readonly random: () => number
  /** null: the account is gone, disabled or without a key now; its jobs stay queued. */
  readonly laneOf: (accountId: AccountId) => AccountLane | null
  /** Called inside the transaction that journals the job as done. */
  readonly recordAsset: (job: Job, asset: RemoteAsset, sha256: string) => void
  readonly onChanged: (job: Job) => void
  readonly onRemoved: (id: JobId) => void
  readonly onBlockChanged: (accountId: AccountId) => void
  /** The journal refused a write: no upload starts until a later try succeeds. */
  readonly onUnwritable: (error: unknown) => void
}

export function createUploadQueue(options: Options): UploadQueue {
  const { store, pool, nowMs, random, laneOf } = options
  const table = createJobTable(store.load())
  const runs = new Map<JobId, { abort: AbortController; meter: SpeedMeter; ended: Promise<void> }>()
  const blocks = new Map<AccountId, Failure>()
  const holds = new Map<AccountId, number>()
  const timers = new Set<NodeJS.Timeout>()
  let isRunning = false
  let isStopping = false

  function apply(ids: readonly JobId[], event: JobEvent, alongside?: () => void) {
    const steps = ids.flatMap((id) => {
      const job = table.get(id)
      return job ? [{ before: job, ...step(job, event, { nowMs: nowMs(), jitter: random() }) }] : []
    })
    const changed = steps.filter(({ before, job }) => before !== job).map(({ job }) => job)
    if (changed.length > 0) store.save(changed, alongside)
    changed.forEach((job) => {
      table.put(job)
      options.onChanged(job)
    })
    steps.forEach(({ job, effects }) => {
      effects.forEach((effect) => {
        perform(job, effect)
      })
    })
    pump()
  }

  function perform(job: Job, effect: Effect) {
    switch (effect.type) {
      case 'upload':
        run(job)
        return
      case 'abort':
        runs.get(job.id)?.abort.abort()
        return
      case 'wake':
        at(effect.atMs, () => {
          tryApply(job.id, { type: 'due' })
        })
        return
      case 'hold-account':
        holds.set(job.accountId, Math.max(holds.get(job.accountId) ?? 0, effect.untilMs))
        at(effect.untilMs, pump)
        return
      case 'block-account':
        blocks.set(job.accountId, effect.failure)
        options.onBlockChanged(job.accountId)
    }
  }

  function run(job: Job) {
    const lane = laneOf(job.accountId)
    if (!lane) {
      finish(job, { ok: false, failure: failure('key-missing', 'not-sent'), isHandedOver: false })
      return
    }
    const abort = new AbortController()
    const meter = createSpeedMeter(job.facts.sizeBytes)
    meter.record(0, nowMs())
    const onProgress = (sentBytes: number) => {
      meter.record(sentBytes, nowMs())
    }
    const ended = uploadFile({ job, via: lane.via, pool, signal: abort.signal, onProgress }).then(
      (outcome) => {
        runs.delete(job.id)
        finish(job, outcome)
      },
    )
    runs.set(job.id, { abort, meter, ended })
  }

  function finish(job: Job, outcome: UploadOutcome) {
    if (outcome.ok) {
      const { asset, sha256 } = outcome
      tryApply(job.id, { type: 'succeeded', assetId: asset.primaryId }, () => {
        options.recordAsset(job, asset, sha256)
      })
    } else if (isStopping && outcome.failure.code === 'cancelled')
      tryApply(job.id, { type: 'interrupted', delivery: outcome.failure.delivery })
    else tryApply(job.id, { type: 'failed', failure: outcome.failure, isHandedOver: outcome.isHandedOver })
  }

  /**
   * For events no caller waits for: while the journal cannot be written nothing starts, and the event is kept. Only
   * a start is not: what may start is for the schedule to say anew.
   */
  function tryApply(id: JobId, event: JobEvent, alongside?: () => void) {
    try {
      apply([id], event, alongside)
    } catch (error) {
      isRunning = false
      options.onUnwritable(error)
      at(nowMs() + UNWRITABLE_PAUSE_MS, () => {
        isRunning = true
        if (event.type === 'start') pump()
        else tryApply(id, event, alongside)
      })
    }
  }

  function at(atMs: number, act: () => void) {
    if (isStopping) return
    const timer = setTimeout(
      () => {
        timers.delete(timer)
        act()
      },
      Math.max(0, atMs - nowMs()),
    )
    timers.add(timer)
  }

  function pump() {
    if (!isRunning) return
    const lanes = table.accounts().flatMap((accountId) => {
      const lane = laneOf(accountId)
      if (!lane) return []
      return {
        accountId,
        queued: table.queued(accountId, lane.parallelUploads),
        runningCount: table.runningCount(accountId),
        parallelUploads: lane.parallelUploads,
        isBlocked: blocks.has(accountId),
        heldUntilMs: holds.get(accountId) ?? null,
      }
    })
    jobsToStart(lanes, MOST_UPLOADS_AT_ONCE, nowMs()).forEach((id) => {
      tryApply(id, { type: 'start' })
    })
  }

  function remove(ids: readonly JobId[]) {
    if (ids.length > 0) store.remove(ids)
    ids.forEach((id) => {
      runs.get(id)?.abort.abort()
      table.remove(id)
      options.onRemoved(id)
    })
  }

  return {
    jobs: () => table.all(),
    get: (id) => table.get(id),
    add: (newJobs) => {
      const jobs = newJobs.map((job): Job => ({
        ...job,
        id: jobIdSchema.parse(randomUUID()),
        position: table.nextPosition(),
        status: 'queued',
        attempts: 0,
        startedAtMs: null,
        waitingUntilMs: null,
        failure: null,
        assetId: null,
        createdAtMs: nowMs(),
      }))
      store.save(jobs)
      jobs.forEach((job) => {
        table.put(job)
        options.onChanged(job)
      })
      pump()
    },
    apply,
    clear: (ids) => {
      remove(ids.filter((id) => FINISHED_STATUSES.has(table.get(id)?.status ?? 'queued')))
    },
    removeAccount: (accountId) => {
      remove(table.all().flatMap((job) => (job.accountId === accountId ? [job.id] : [])))
      blocks.delete(accountId)
      holds.delete(accountId)
    },
    blockedBy: (accountId) => blocks.get(accountId) ?? null,
    unblock: (accountId) => {
      if (blocks.delete(accountId)) options.onBlockChanged(accountId)
      pump()
    },
    reconsider: pump,
    progress: () => [...runs].map(([jobId, { meter }]) => ({ jobId, ...meter.read(nowMs()) })),
    start: () => {
      isRunning = true
      const jobs = table.all()
      apply(
        jobs.map(({ id }) => id),
        { type: 'interrupted', delivery: 'unknown' },
      )
      for (const job of jobs)
        if (job.waitingUntilMs !== null) perform(job, { type: 'wake', atMs: job.waitingUntilMs })
    },
    stop: async () => {
      isRunning = false
      isStopping = true
      timers.forEach(clearTimeout)
      const ending = [...runs.values()]
      ending.forEach(({ abort }) => {
        abort.abort()
      })
      await Promise.all(ending.map(({ ended }) => ended))
    },
  }
}
