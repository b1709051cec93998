// What the app measures and waits by: the real world, unless a test says otherwise.
import { TIME_LIMITS, type TimeLimits } from '../http/time-limits.ts'
import { steadyMs } from './steady-clock.ts'

export type Tuning = {
  /** The clock on the wall, which people set. */
  readonly nowMs: () => number
  /** A clock that nobody sets. */
  readonly steadyMs: () => number
  /** From 0 to 1. */
  readonly random: () => number
  /** Of each request. */
  readonly timeLimits: TimeLimits
  /** When a lost upload is looked for, from the beginning of a series; null: as usual. */
  readonly looksAtMs: readonly number[] | null
}

export const TUNING: Tuning = {
  nowMs: () => Date.now(),
  steadyMs,
  random: () => Math.random(),
  timeLimits: TIME_LIMITS,
  looksAtMs: null,
}
