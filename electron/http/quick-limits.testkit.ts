// Time limits for tests: generous all, so that a test shortens only the one it is about.
import type { TimeLimits } from './time-limits.ts'

export const GENEROUS_LIMITS: TimeLimits = {
  connectMs: 5000,
  uploadIdleMs: 5000,
  slowestBytesPerMs: 100_000,
  answerHeadMs: 5000,
  answerIdleMs: 5000,
  answerTotalMs: 5000,
}
