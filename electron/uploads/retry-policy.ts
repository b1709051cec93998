// Decides whether a failed attempt is repeated by itself, from its delivery first and its code's traits second.
import { ERROR_TRAITS, type Failure } from '../../shared/errors.ts'

const BASE_MS = 1000
const CAP_MS = 60_000
export const MOST_ATTEMPTS = 6

/** After these the provider has said that it did nothing, and that a repeat is welcome. */
const REFUSALS_TO_REPEAT: ReadonlySet<string> = new Set(['rate-limited', 'service-unavailable'])

/**
 * Whole milliseconds until the next attempt, or null when none may follow by itself. An `unknown` delivery never does: the
 * file may have arrived. @param jitter from 0 to 1.
 */
export function retryDelayMs(failure: Failure, attempts: number, jitter: number): number | null {
  if (ERROR_TRAITS[failure.code].retry !== 'auto') return null
  const isRepeatable =
    failure.delivery === 'not-sent' ||
    (failure.delivery === 'refused' && REFUSALS_TO_REPEAT.has(failure.code))
  if (!isRepeatable || attempts >= MOST_ATTEMPTS) return null
  const backoffMs = Math.min(CAP_MS, BASE_MS * 2 ** (attempts - 1)) * jitter
  return Math.ceil((failure.retryAfterMs ?? 0) + backoffMs)
}
