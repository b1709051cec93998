// Decides when a service that keeps failing is tried again, as a pure function of how its requests went.

/** Times are those of a clock that nobody sets. */
export type Breaker = {
  /** In a row. */
  readonly failures: number
  /** No connection came about: the network may be to blame, and its return worth a try at once. */
  readonly isUnreachable: boolean
  /** null while it is closed, and everything may run. */
  readonly open: {
    readonly sinceMs: number
    /** From then on one request may go. */
    readonly probeAtMs: number
    readonly intervalMs: number
  } | null
}

export type ServiceFailure = {
  readonly startedAtMs: number
  readonly nowMs: number
  /** From 0 to 1. */
  readonly jitter: number
  readonly isUnreachable: boolean
  /** The machine has no network, as far as it knows: no failure more is needed. */
  readonly isOffline: boolean
}

export const CLOSED: Breaker = { failures: 0, isUnreachable: false, open: null }

const MOST_FAILURES = 5
const FIRST_INTERVAL_MS = 5000
const LONGEST_INTERVAL_MS = 60_000
const LONGEST_UNREACHABLE_MS = 300_000

/** A request that began before the breaker opened says nothing new. */
export function afterFailure(breaker: Breaker, failure: ServiceFailure): Breaker {
  const { startedAtMs, nowMs, jitter, isUnreachable, isOffline } = failure
  const { open } = breaker
  if (open && startedAtMs < open.sinceMs) return breaker
  const failures = breaker.failures + 1
  if (!open && failures < MOST_FAILURES && !(isOffline && isUnreachable))
    return { failures, isUnreachable, open: null }
  const longestMs = isUnreachable ? LONGEST_UNREACHABLE_MS : LONGEST_INTERVAL_MS
  const intervalMs = open ? Math.min(longestMs, open.intervalMs * 2) : FIRST_INTERVAL_MS
  const probeAtMs = nowMs + intervalMs * (0.5 + jitter / 2)
  return { failures, isUnreachable, open: { sinceMs: nowMs, probeAtMs, intervalMs } }
}

/** How many requests may run at once. */
export function mostAtOnce({ open }: Breaker, nowMs: number): number {
  if (!open) return Infinity
  return nowMs >= open.probeAtMs ? 1 : 0
}
