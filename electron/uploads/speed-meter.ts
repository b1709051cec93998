// Speed with time left, from the bytes of the last few seconds.
import type { JobProgress } from '../../shared/model/job.ts'

const WINDOW_MS = 5000
const SAMPLE_MS = 100
const SETTLED_AFTER_MS = 1000

export type SpeedMeter = {
  readonly record: (sentBytes: number, nowMs: number) => void
  /** `remainingMs` is null in the first second and while nothing moves. */
  readonly read: (nowMs: number) => Omit<JobProgress, 'jobId'>
}

export function createSpeedMeter(totalBytes: number): SpeedMeter {
  let samples: { atMs: number; sentBytes: number }[] = []
  let fullSinceMs: number | null = null
  return {
    record: (sentBytes, nowMs) => {
      if (sentBytes >= totalBytes) fullSinceMs ??= nowMs
      const previous = samples.at(-2)
      // One sample per 100 ms is enough, however small the chunks are; the newest is kept exact.
      if (previous && nowMs - previous.atMs < SAMPLE_MS) samples.pop()
      samples.push({ atMs: nowMs, sentBytes })
      const oldest = nowMs - WINDOW_MS
      if ((samples[0]?.atMs ?? nowMs) < oldest) samples = samples.filter(({ atMs }) => atMs >= oldest)
    },
    read: (nowMs) => {
      const awaitingMs = fullSinceMs === null ? null : Math.max(0, nowMs - fullSinceMs)
      const last = samples.at(-1)
      // What was sent before the window began is known from the last sample before it.
      const first = samples.findLast(({ atMs }) => atMs <= nowMs - WINDOW_MS) ?? samples[0]
      if (!first || !last) return { sentBytes: 0, bytesPerSecond: 0, remainingMs: null, awaitingMs }
      const spanMs = nowMs - first.atMs
      const bytesPerSecond = spanMs > 0 ? ((last.sentBytes - first.sentBytes) * 1000) / spanMs : 0
      const isSettled = spanMs >= SETTLED_AFTER_MS && bytesPerSecond > 0
      const remainingMs = isSettled ? ((totalBytes - last.sentBytes) / bytesPerSecond) * 1000 : null
      return { sentBytes: last.sentBytes, bytesPerSecond, remainingMs, awaitingMs }
    },
  }
}
