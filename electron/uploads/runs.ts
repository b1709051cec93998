// The requests under way: one run for each job that is uploading.
import { failure } from '../../shared/errors.ts'
import type { JobId } from '../../shared/ids.ts'
import type { JobProgress } from '../../shared/model/job.ts'
import type { BufferPool } from '../http/buffer-pool.ts'
import type { Job } from './job.ts'
import type { Wish } from './job-event.ts'
import { createSpeedMeter, type SpeedMeter } from './speed-meter.ts'
import { uploadFile, type UploadOutcome, type UploadVia } from './upload-file.ts'

export type RunEnd = {
  readonly outcome: UploadOutcome
  readonly wish: Wish | null
  /** We ended it since the machine had slept: nobody is to blame. */
  readonly isDropped: boolean
  /** By the steady clock. */
  readonly startedAtMs: number
}

export type Runs = {
  readonly start: (job: Job, via: UploadVia) => void
  /** What becomes of the job is known only when the run has ended. A body that is handed over whole is not paused. */
  readonly end: (id: JobId, wish: Wish) => void
  /** The machine slept: no connection of before can be trusted. */
  readonly dropAll: () => void
  /** Resolves when all have ended, soon: those that only wait for their answer are given a moment for it. */
  readonly quit: () => Promise<void>
  readonly progress: () => readonly JobProgress[]
  readonly count: () => number
}

type Options = {
  readonly pool: BufferPool
  /** A clock that nobody sets. */
  readonly steadyMs: () => number
  readonly onEnded: (job: Job, end: RunEnd) => void
}

type Run = {
  readonly abort: AbortController
  readonly meter: SpeedMeter
  readonly ended: Promise<void>
  wish: Wish | null
  isDropped: boolean
  isHandedOver: boolean
}

const LAST_ANSWER_MS = 1000

export function createRuns({ pool, steadyMs, onEnded }: Options): Runs {
  const runs = new Map<JobId, Run>()

  const end = (run: Run, wish: Wish) => {
    // A person's cancel stays one, even if the app quits before the request has ended.
    run.wish ??= wish
    if (wish === 'cancel') run.wish = wish
    run.abort.abort()
  }

  return {
    start: (job, via) => {
      const abort = new AbortController()
      const meter = createSpeedMeter(job.facts.sizeBytes)
      const startedAtMs = steadyMs()
      meter.record(0, startedAtMs)
      const onProgress = (sentBytes: number) => {
        run.isHandedOver = sentBytes === job.facts.sizeBytes
        meter.record(sentBytes, steadyMs())
      }
      const sending = uploadFile({ job, via, pool, signal: abort.signal, onProgress })
      const ended = sending.then((outcome) => {
        runs.delete(job.id)
        const { wish, isDropped } = run
        onEnded(job, { outcome: isDropped ? lost(outcome) : outcome, wish, isDropped, startedAtMs })
      })
      const run: Run = { abort, meter, ended, wish: null, isDropped: false, isHandedOver: false }
      runs.set(job.id, run)
    },
    end: (id, wish) => {
      const run = runs.get(id)
      if (run && !(wish === 'pause' && run.isHandedOver)) end(run, wish)
    },
    dropAll: () => {
      runs.forEach((run) => {
        run.isDropped = true
        run.abort.abort()
      })
    },
    quit: async () => {
      const all = [...runs.values()]
      all.forEach((run) => {
        if (!run.isHandedOver) end(run, 'quit')
      })
      const timer = setTimeout(() => {
        all.forEach((run) => {
          end(run, 'quit')
        })
      }, LAST_ANSWER_MS)
      await Promise.all(all.map(({ ended }) => ended))
      clearTimeout(timer)
    },
    progress: () => [...runs].map(([jobId, { meter }]) => ({ jobId, ...meter.read(steadyMs()) })),
    count: () => runs.size,
  }
}

/** What we dropped was lost, not given up by anybody. */
function lost(outcome: UploadOutcome): UploadOutcome {
  if (outcome.ok || outcome.failure.code !== 'cancelled') return outcome
  return { ...outcome, failure: failure('connection-lost', outcome.failure.delivery) }
}
