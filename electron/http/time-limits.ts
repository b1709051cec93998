// Every time-out of a request, explicit: the defaults of HTTP clients wait for minutes or for ever.

export type TimeLimits = {
  /** Name look-up, TCP and TLS together. */
  readonly connectMs: number
  /** The socket took no further byte of the body, beyond what `slowestBytesPerMs` grants a chunk. */
  readonly uploadIdleMs: number
  /** Any link slower than that counts as broken. */
  readonly slowestBytesPerMs: number
  /** From the last byte of the request to the head of the answer. */
  readonly answerHeadMs: number
  readonly answerIdleMs: number
  readonly answerTotalMs: number
}

export const TIME_LIMITS: TimeLimits = {
  connectMs: 10_000,
  uploadIdleMs: 20_000,
  slowestBytesPerMs: (16 * 1024) / 1000,
  answerHeadMs: 60_000,
  answerIdleMs: 10_000,
  answerTotalMs: 30_000,
}

const ATTEMPT_BASE_MS = 60_000

/** The longest a whole attempt may take, for a body of that size. */
export function attemptLimitMs(bodyBytes: number, { slowestBytesPerMs }: TimeLimits): number {
  return ATTEMPT_BASE_MS + bodyBytes / slowestBytesPerMs
}
