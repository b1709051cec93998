// The life of one job as a pure function: what an event makes of it, with the effects that follow.
import { ERROR_TRAITS, failure, type Failure } from '../../shared/errors.ts'
import { FINISHED_STATUSES, type JobStatus } from '../../shared/model/job.ts'
import type { Effect, FileNow, JobEvent, Wish } from './job-event.ts'
import type { Job } from './job.ts'
import { asksForPause, LONGEST_TRY_MS, mayRepeat, MOST_ATTEMPTS, retryDelayMs } from './retry-policy.ts'

export type Step = { readonly job: Job; readonly effects: readonly Effect[] }
export type Moment = {
  readonly nowMs: number
  /** By a clock that nobody sets, in whole milliseconds. */
  readonly steadyMs: number
  readonly jitter: number
}
type Failed = Extract<JobEvent, { type: 'failed' }>

/** Where a job goes whose request we ended before it could become an asset. */
const STATUS_WISHED: Readonly<Record<Wish, JobStatus>> = {
  cancel: 'cancelled',
  pause: 'paused',
  quit: 'queued',
}

/** Returns the same job object when the event means nothing in its status (a late click, a second retry). */
export function step(job: Job, event: JobEvent, moment: Moment): Step {
  switch (event.type) {
    case 'start':
      return job.status === 'queued' ? started(job, moment) : unchanged(job)
    case 'succeeded':
      return job.status === 'uploading' ? done(job, event.assetId) : unchanged(job)
    case 'failed':
      return job.status === 'uploading' ? failed(job, event, moment) : unchanged(job)
    case 'due':
      return job.status === 'waiting' ? to(job, { status: 'queued' }) : unchanged(job)
    case 'cancel':
      return cancelled(job)
    case 'pause':
      return paused(job)
    case 'resume':
      return job.status === 'paused' ? to(job, { status: 'queued' }) : unchanged(job)
    case 'retry':
      return job.status === 'failed' || job.status === 'cancelled'
        ? again(job, event.file, event.fields)
        : unchanged(job)
    case 'settle':
      return settled(job, event.as, event.file)
    case 'interrupted':
      if (job.status === 'uploading') return unknown(job, failure('interrupted', 'unknown'))
      return job.status === 'checking' ? { job, effects: [{ type: 'look' }] } : unchanged(job)
    case 'check':
      return job.status === 'unconfirmed'
        ? to(job, { status: 'checking' }, [{ type: 'look' }])
        : unchanged(job)
    case 'found':
      return job.status === 'checking' ? done(job, event.assetId) : unchanged(job)
    case 'absent':
      return job.status === 'checking' ? absent(job, event.isCounted, moment) : unchanged(job)
    case 'ambiguous':
    case 'cannot-look':
      return job.status === 'checking' ? to(job, { status: 'unconfirmed' }) : unchanged(job)
    case 'refuse':
      return job.status === 'queued' || job.status === 'waiting' || job.status === 'paused'
        ? to(job, { status: 'failed', failure: event.failure })
        : unchanged(job)
  }
}

function started(job: Job, { nowMs, steadyMs }: Moment): Step {
  // The steady clock begins anew with the machine: what it has yet to reach was before that.
  const triedSinceMs = Math.min(job.triedSinceMs ?? steadyMs, steadyMs)
  const attempt = { attempts: job.attempts + 1, startedAtMs: nowMs, triedSinceMs }
  return to(job, { status: 'uploading', ...attempt, failure: null }, [{ type: 'upload' }])
}

function done(job: Job, assetId: string): Step {
  return to(job, { status: 'done', assetId, failure: null })
}

function failed(job: Job, event: Failed, moment: Moment): Step {
  const { failure: reason, wish } = event
  // A body that we left incomplete cannot have become an asset: its length was announced, and did not come.
  const isEndedByUs = reason.code === 'cancelled' && (reason.delivery === 'not-sent' || !event.isHandedOver)
  if (isEndedByUs)
    return to(job, {
      status: STATUS_WISHED[wish ?? 'cancel'],
      attempts: job.attempts - 1,
      failure: null,
    })
  if (reason.delivery === 'unknown')
    return unknown(job, wish === 'cancel' ? reason : { ...reason, code: codeAfter(reason) })
  const next = mayRepeat(reason) ? repeated(job, event, moment) : given(job, reason)
  const wouldGoOn = next.job.status === 'queued' || next.job.status === 'waiting'
  return wish !== null && wouldGoOn ? to(next.job, { status: STATUS_WISHED[wish] }) : next
}

/** Only a person cancels: whoever paused or quit wants the file to arrive after all. */
function codeAfter({ code }: Failure): Failure['code'] {
  return code === 'cancelled' ? 'interrupted' : code
}

/** The provider may hold the file. It is looked for; never is it simply sent again. */
function unknown(job: Job, reason: Failure): Step {
  // What it would find is a mixture of the old file and the new.
  if (reason.code === 'file-changed') return to(job, { status: 'unconfirmed', failure: reason })
  return to(job, { status: 'checking', failure: reason }, [{ type: 'look' }])
}

function absent(job: Job, isCounted: boolean, moment: Moment): Step {
  const reason = { ...(job.failure ?? failure('interrupted', 'unknown')), delivery: 'not-sent' } as const
  if (reason.code === 'cancelled') return to(job, { status: 'cancelled', failure: null })
  return repeated(job, { failure: reason, isCounted, leastDelayMs: 0 }, moment)
}

type Repeat = Pick<Failed, 'failure' | 'isCounted' | 'leastDelayMs'>

function repeated(job: Job, { failure: reason, isCounted, leastDelayMs }: Repeat, moment: Moment): Step {
  const attempts = isCounted ? job.attempts : job.attempts - 1
  const triedMs = moment.steadyMs - (job.triedSinceMs ?? moment.steadyMs)
  if (attempts >= MOST_ATTEMPTS || triedMs >= LONGEST_TRY_MS)
    return to(job, { status: 'failed', failure: reason })
  // When the account goes on is for its own state to say.
  if (!isCounted && !asksForPause(reason)) return to(job, { status: 'queued', attempts, failure: reason })
  const delayMs = Math.max(leastDelayMs, retryDelayMs(reason, attempts, moment.jitter))
  const waitingUntilMs = moment.nowMs + delayMs
  return to(job, { status: 'waiting', waitingUntilMs, attempts, failure: reason }, [
    { type: 'wake', delayMs },
  ])
}

/** A definite no. */
function given(job: Job, reason: Failure): Step {
  const { scope, retry } = ERROR_TRAITS[reason.code]
  if (scope === 'account' && retry === 'manual')
    return to(job, { status: 'queued', failure: reason }, [{ type: 'block-account', failure: reason }])
  const effects: Effect[] =
    reason.code === 'too-large' && reason.delivery === 'refused'
      ? [{ type: 'learn-limit', failure: reason }]
      : []
  return to(job, { status: 'failed', failure: reason }, effects)
}

function cancelled(job: Job): Step {
  // What becomes of a running job is known only when its request has ended.
  if (job.status === 'uploading') return { job, effects: [{ type: 'abort', wish: 'cancel' }] }
  if (job.status === 'checking') return to(job, { status: 'unconfirmed' }, [{ type: 'stop-looking' }])
  if (job.status === 'unconfirmed' || FINISHED_STATUSES.has(job.status)) return unchanged(job)
  return to(job, { status: 'cancelled', failure: null })
}

function paused(job: Job): Step {
  if (job.status === 'uploading') return { job, effects: [{ type: 'abort', wish: 'pause' }] }
  return job.status === 'queued' || job.status === 'waiting' ? to(job, { status: 'paused' }) : unchanged(job)
}

function settled(job: Job, as: 'upload-again' | 'done', file?: FileNow): Step {
  if (job.status !== 'unconfirmed' && job.status !== 'checking') return unchanged(job)
  const { job: next } = as === 'done' ? to(job, { status: 'done', failure: null }) : again(job, file)
  return { job: next, effects: job.status === 'checking' ? [{ type: 'stop-looking' }] : [] }
}

/** A retry by the person starts the count of attempts anew. */
function again(job: Job, file?: FileNow, fields = job.fields): Step {
  return to(job, { ...file, fields, status: 'queued', attempts: 0, triedSinceMs: null, failure: null })
}

function unchanged(job: Job): Step {
  return { job, effects: [] }
}

function to(job: Job, change: Partial<Job>, effects: readonly Effect[] = []): Step {
  return { job: { ...job, waitingUntilMs: null, ...change }, effects }
}
