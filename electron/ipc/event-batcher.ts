// Collects what the page must hear of into one numbered message every 100 ms.
import type { AppEvent, EventBatch } from '../../shared/ipc/events.ts'
import type { JobProgress } from '../../shared/model/job.ts'

const INTERVAL_MS = 100
/** What a page can take in without a pause that a person feels; the rest comes with the next batch. */
const MOST_EVENTS = 500
const MOST_PROGRESS_ENTRIES = 500

export type EventBatcher = {
  readonly push: (event: AppEvent) => void
  /** The number of the last batch sent. */
  readonly seq: () => number
  /** Nothing is sent before: the page is not there yet, and asks for a snapshot when it is. */
  readonly start: () => void
  readonly stop: () => void
}

type Options = {
  readonly send: (batch: EventBatch) => void
  /** Asked at each interval, so progress is latest-wins by nature. */
  readonly progress: () => readonly JobProgress[]
}

export function createEventBatcher({ send, progress }: Options): EventBatcher {
  // A later change of the same thing replaces the earlier one in its place: the page needs only the last.
  const pending = new Map<string, AppEvent>()
  let unnamed = 0
  let seq = 0
  let timer: NodeJS.Timeout | undefined

  const flush = () => {
    const events: AppEvent[] = []
    for (const [subject, event] of pending) {
      if (events.length >= MOST_EVENTS) break
      events.push(event)
      pending.delete(subject)
    }
    for (const entry of progress().slice(0, MOST_PROGRESS_ENTRIES))
      events.push({ type: 'job.progressed', progress: entry })
    if (events.length === 0) return
    seq += 1
    send({ seq, events })
  }

  return {
    push: (event) => {
      const key = subjectOf(event) ?? `#${String((unnamed += 1))}`
      pending.set(key, event)
    },
    seq: () => seq,
    start: () => {
      timer ??= setInterval(flush, INTERVAL_MS)
    },
    stop: () => {
      clearInterval(timer)
    },
  }
}

/** Events with the same subject supersede each other; null: each one counts. */
function subjectOf(event: AppEvent): string | null {
  switch (event.type) {
    case 'job.changed':
      return `job ${event.job.id}`
    case 'job.removed':
      return `job ${event.jobId}`
    case 'account.changed':
      return `account ${event.account.id}`
    case 'account.removed':
      return `account ${event.accountId}`
    case 'record.changed':
      return `record ${event.accountId}`
    case 'intake.progressed':
      return `intake ${event.intakeId}`
    case 'transfer.progressed':
      return `transfer ${event.transferId}`
    case 'settings.changed':
      return 'settings'
    default:
      return null
  }
}
