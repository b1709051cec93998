// The gate of one key: how many of its requests run at once, and when it has to pause.
import PQueue from 'p-queue'
import { failure, WharfError } from '../../shared/errors.ts'

/** What a person is looking at goes first. */
const PRIORITIES = { browse: 1, upload: 0 } as const

type Rate = { readonly count: number; readonly perMs: number }

export type Gate = {
  /** Rejects with `cancelled` or `answer-timed-out`, nothing sent, when aborted before its turn came. */
  readonly run: <T>(kind: keyof typeof PRIORITIES, signal: AbortSignal, task: () => Promise<T>) => Promise<T>
}

/**
 * @param parallelUploads the provider's limit for one key. One request more is let through, so that a list never has
 *   to wait for a long upload; uploads themselves are held to their limit by the schedule.
 * @param requests the provider's limit for one key, kept with a margin; what was sent in an earlier run is not known.
 */
export function createGate(parallelUploads: number, requests: Rate | null = null): Gate {
  const queue = new PQueue({
    concurrency: parallelUploads + 1,
    // Strict is a sliding window: never more than that in any stretch of the interval.
    ...(requests && { intervalCap: withMargin(requests.count), interval: requests.perMs, strict: true }),
  })
  return {
    run: (kind, signal, task) => {
      // The queue would abandon a running task on abort, while its request must be seen to its end: so the signal
      // reaches the queue only as long as the task waits.
      const waiting = new AbortController()
      const giveUp = () => {
        const code = isTimeout(signal.reason) ? 'answer-timed-out' : 'cancelled'
        waiting.abort(new WharfError(failure(code, 'not-sent')))
      }
      if (signal.aborted) giveUp()
      signal.addEventListener('abort', giveUp, { once: true })
      const begin = () => {
        signal.removeEventListener('abort', giveUp)
        return task()
      }
      return queue.add(begin, { priority: PRIORITIES[kind], signal: waiting.signal })
    },
  }
}

function isTimeout(reason: unknown): boolean {
  return reason instanceof Error && reason.name === 'TimeoutError'
}

/** Clocks differ, and a request is counted when it arrives: the last twentieth is left unused. */
function withMargin(count: number): number {
  return Math.max(1, Math.floor(count * 0.95))
}
