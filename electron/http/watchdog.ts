// One timer per request that knows which phase it guards, and aborts with that phase's failure.
import { performance } from 'node:perf_hooks'
import { failure, WharfError, type ErrorCode } from '../../shared/errors.ts'

export type Watchdog = {
  readonly signal: AbortSignal
  /** Starts the phase anew: silence for `limitMs` aborts with `code`. */
  readonly expect: (code: ErrorCode, limitMs: number) => void
  /** Time that the app itself holds the request back counts for neither the phase nor the whole. Rejects if aborted. */
  readonly excuse: (wait: Promise<void>) => Promise<void>
  readonly stop: () => void
}

/** Aborts by itself, or when `outer` does; delivery is decided by the sender, who knows what left. */
export function createWatchdog(outer: AbortSignal, totalLimitMs: number): Watchdog {
  const controller = new AbortController()
  const abort = (code: ErrorCode) => {
    controller.abort(new WharfError(failure(code, 'unknown')))
  }
  const onOuterAbort = () => {
    // What `AbortSignal.timeout` gives as its reason; everything else is a person's or the app's wish.
    const isTimeout = outer.reason instanceof DOMException && outer.reason.name === 'TimeoutError'
    abort(isTimeout ? 'answer-timed-out' : 'cancelled')
  }
  if (outer.aborted) onOuterAbort()
  else outer.addEventListener('abort', onOuterAbort, { once: true })

  let phaseTimer: NodeJS.Timeout | undefined
  let isStopped = false
  let totalTimer: NodeJS.Timeout | undefined
  let totalEndsAtMs = 0
  const allow = (leftMs: number) => {
    totalEndsAtMs = performance.now() + leftMs
    totalTimer = setTimeout(abort, leftMs, 'answer-timed-out' satisfies ErrorCode)
  }
  allow(totalLimitMs)

  return {
    signal: controller.signal,
    expect: (code, limitMs) => {
      clearTimeout(phaseTimer)
      // A body may still be asked for a chunk after an early answer ended the request.
      if (!isStopped) phaseTimer = setTimeout(abort, limitMs, code)
    },
    excuse: async (wait) => {
      const leftMs = totalEndsAtMs - performance.now()
      clearTimeout(phaseTimer)
      clearTimeout(totalTimer)
      await wait
      controller.signal.throwIfAborted()
      if (!isStopped) allow(leftMs)
    },
    stop: () => {
      isStopped = true
      clearTimeout(phaseTimer)
      clearTimeout(totalTimer)
      outer.removeEventListener('abort', onOuterAbort)
    },
  }
}
