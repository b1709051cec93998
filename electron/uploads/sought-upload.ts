// Puts together what a job's file would look like in its provider's list.
import { mediaKindOf } from '../../shared/model/file-facts.ts'
import { attemptLimitMs, TIME_LIMITS } from '../http/time-limits.ts'
import type { Adapter } from '../providers/provider.ts'
import type { Job } from './job.ts'
import type { Sought } from './match-upload.ts'

/** Lists give whole seconds, and the host that takes uploads may have a clock of its own. */
const CLOCK_MARGIN_MS = 10_000

/**
 * Of the job's latest attempt; it may have ended in an earlier run, so its longest possible end counts.
 * @param clockAheadMs how far the provider's clock is ahead of ours.
 */
export function soughtUpload(job: Job, { listedName }: Adapter, nowMs: number, clockAheadMs: number): Sought {
  const startedAtMs = job.startedAtMs ?? job.createdAtMs
  const endedAtMs = Math.min(nowMs, startedAtMs + attemptLimitMs(job.facts.sizeBytes, TIME_LIMITS))
  return {
    listedName: listedName?.(job.facts) ?? null,
    sizeBytes: job.facts.sizeBytes,
    kind: mediaKindOf(job.facts.mimeType),
    createdFromMs: startedAtMs + clockAheadMs - CLOCK_MARGIN_MS,
    createdToMs: endedAtMs + clockAheadMs + CLOCK_MARGIN_MS,
  }
}
