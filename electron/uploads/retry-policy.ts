// Decides whether a failed attempt is repeated by itself, from its delivery first and its code's traits second.
import { ERROR_TRAITS, type Failure } from '../../shared/errors.ts'

const BASE_MS = 1000
const CAP_MS = 60_000
export const MOST_ATTEMPTS = 6
/** No job is tried for longer by itself, counted from its first attempt, or from the machine's start if that was later. */
export const LONGEST_TRY_MS = 24 * 3_600_000

/** After these the provider has said that it did nothing, and that a repeat is welcome. */
const REFUSALS_TO_REPEAT: ReadonlySet<string> = new Set(['rate-limited', 'service-unavailable'])

/** An `unknown` delivery never may: the file may have arrived. */
export function mayRepeat({ code, delivery }: Failure): boolean {
  if (ERROR_TRAITS[code].retry !== 'auto') return false
  return delivery === 'not-sent' || (delivery === 'refused' && REFUSALS_TO_REPEAT.has(code))
}

/** The provider asks for a pause of the whole key: the gate keeps it, and no attempt of a file is used up. */
export function asksForPause({ code, delivery, retryAfterMs }: Failure): boolean {
  return (
    code === 'rate-limited' ||
    (code === 'service-unavailable' && delivery === 'refused' && retryAfterMs !== null)
  )
}

/**
 * Whole milliseconds until the next attempt: full jitter, on top of what the provider asked for.
 * @param jitter from 0 to 1.
 */
export function retryDelayMs({ retryAfterMs }: Failure, attempts: number, jitter: number): number {
  const backoffMs = Math.min(CAP_MS, BASE_MS * 2 ** Math.max(0, attempts - 1)) * jitter
  return Math.ceil((retryAfterMs ?? 0) + backoffMs)
}

const UNREACHABLE: ReadonlySet<string> = new Set([
  'host-not-found',
  'connection-refused',
  'connect-timed-out',
])
const FAILING: ReadonlySet<string> = new Set([
  'connection-lost',
  'upload-stalled',
  'answer-timed-out',
  'server-failed',
  'service-unavailable',
])

/** What a failed request says about its service as a whole; null: nothing, such as a file that is gone. */
export function serviceAfter({ code, httpStatus }: Failure): 'unreachable' | 'failing' | 'working' | null {
  if (UNREACHABLE.has(code)) return 'unreachable'
  if (FAILING.has(code)) return 'failing'
  // Too many requests are no sign of health, nor of illness.
  return httpStatus === null || code === 'rate-limited' ? null : 'working'
}
