// The life of one job as a pure function: what an event makes of it, with the effects that follow.
import { ERROR_TRAITS, failure, type Delivery, type Failure } from '../../shared/errors.ts'
import { FINISHED_STATUSES } from '../../shared/model/job.ts'
import type { Job } from './job.ts'
import { retryDelayMs } from './retry-policy.ts'

/** What a person sends anew after the file had changed. */
export type FileNow = Pick<Job, 'facts' | 'identity'>

export type JobEvent =
  | { readonly type: 'start' }
  | { readonly type: 'succeeded'; readonly assetId: string }
  /** `isHandedOver`: the whole body had reached the socket, so the provider may hold the file. */
  | { readonly type: 'failed'; readonly failure: Failure; readonly isHandedOver: boolean }
  | { readonly type: 'due' }
  | { readonly type: 'cancel' }
  | { readonly type: 'pause' }
  | { readonly type: 'resume' }
  /** `fields` replace what goes along with the file. */
  | { readonly type: 'retry'; readonly file?: FileNow; readonly fields?: Job['fields'] }
  | { readonly type: 'settle'; readonly as: 'upload-again' | 'done'; readonly file?: FileNow }
  /** The app ended while this job was uploading: in this moment, or (then nothing is known) in an earlier run. */
  | { readonly type: 'interrupted'; readonly delivery: Delivery }

export type Effect =
  | { readonly type: 'upload' }
  | { readonly type: 'abort' }
  | { readonly type: 'wake'; readonly atMs: number }
  /** Holds every job of the account until the person acts. */
  | { readonly type: 'block-account'; readonly failure: Failure }
  /** Holds every job of the account until then. */
  | { readonly type: 'hold-account'; readonly untilMs: number }

export type Step = { readonly job: Job; readonly effects: readonly Effect[] }
type Moment = { readonly nowMs: number; readonly jitter: number }

/** Returns the same job object when the event means nothing in its status (a late click, a second retry). */
export function step(job: Job, event: JobEvent, moment: Moment): Step {
  switch (event.type) {
    case 'start':
      return job.status === 'queued' ? started(job, moment) : unchanged(job)
    case 'succeeded':
      return job.status === 'uploading'
        ? to(job, { status: 'done', assetId: event.assetId, failure: null })
        : unchanged(job)
    case 'failed':
      return job.status === 'uploading' ? failed(job, event, moment) : unchanged(job)
    case 'due':
      return job.status === 'waiting' ? to(job, { status: 'queued' }) : unchanged(job)
    case 'cancel':
      return cancelled(job)
    case 'pause':
      return job.status === 'queued' || job.status === 'waiting'
        ? to(job, { status: 'paused' })
        : unchanged(job)
    case 'resume':
      return job.status === 'paused' ? to(job, { status: 'queued' }) : unchanged(job)
    case 'retry':
      return job.status === 'failed' || job.status === 'cancelled'
        ? again(job, event.file, event.fields)
        : unchanged(job)
    case 'settle':
      if (job.status !== 'unconfirmed') return unchanged(job)
      return event.as === 'done' ? to(job, { status: 'done', failure: null }) : again(job, event.file)
    case 'interrupted':
      return job.status === 'uploading' ? interrupted(job, event.delivery) : unchanged(job)
  }
}

function started(job: Job, { nowMs }: Moment): Step {
  return to(job, { status: 'uploading', attempts: job.attempts + 1, startedAtMs: nowMs, failure: null }, [
    { type: 'upload' },
  ])
}

function failed(job: Job, event: { failure: Failure; isHandedOver: boolean }, moment: Moment): Step {
  const reason = event.failure
  // An incomplete body cannot have become an asset, so a cancelled job that had not sent all of it is just that.
  if (reason.code === 'cancelled' && (reason.delivery === 'not-sent' || !event.isHandedOver))
    return to(job, { status: 'cancelled', failure: null })
  if (reason.delivery === 'unknown') return to(job, { status: 'unconfirmed', failure: reason })
  const delayMs = retryDelayMs(reason, job.attempts, moment.jitter)
  const isAccountWide = ERROR_TRAITS[reason.code].scope === 'account'
  if (delayMs !== null) {
    const atMs = moment.nowMs + delayMs
    const holds = isAccountWide && reason.retryAfterMs !== null
    return to(job, { status: 'waiting', waitingUntilMs: atMs, failure: reason }, [
      { type: 'wake', atMs },
      ...(holds ? [{ type: 'hold-account', untilMs: moment.nowMs + reason.retryAfterMs } as const] : []),
    ])
  }
  if (isAccountWide && ERROR_TRAITS[reason.code].retry === 'manual')
    return to(job, { status: 'queued', failure: reason }, [{ type: 'block-account', failure: reason }])
  return to(job, { status: 'failed', failure: reason })
}

function interrupted(job: Job, delivery: Delivery): Step {
  return delivery === 'unknown'
    ? to(job, { status: 'unconfirmed', failure: failure('interrupted', delivery) })
    : to(job, { status: 'queued' })
}

function cancelled(job: Job): Step {
  // What becomes of a running job is known only when its request has ended.
  if (job.status === 'uploading') return { job, effects: [{ type: 'abort' }] }
  if (job.status === 'unconfirmed' || FINISHED_STATUSES.has(job.status)) return unchanged(job)
  return to(job, { status: 'cancelled', failure: null })
}

/** A retry by the person starts the count of attempts anew. */
function again(job: Job, file?: FileNow, fields = job.fields): Step {
  return to(job, { ...file, fields, status: 'queued', attempts: 0, failure: null })
}

function unchanged(job: Job): Step {
  return { job, effects: [] }
}

function to(job: Job, change: Partial<Job>, effects: readonly Effect[] = []): Step {
  return { job: { ...job, waitingUntilMs: null, ...change }, effects }
}
