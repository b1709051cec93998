// Speed with time left, from the bytes of the last few seconds.
const WINDOW_MS = 5000
const SAMPLE_MS = 100
const SETTLED_AFTER_MS = 1000

export type SpeedMeter = {
  readonly record: (sentBytes: number, nowMs: number) => void
  /** `remainingMs` is null in the first second and while nothing moves. */
  readonly read: (nowMs: number) => { sentBytes: number; bytesPerSecond: number; remainingMs: number | null }
}

export function createSpeedMeter(totalBytes: number): SpeedMeter {
  let samples: { atMs: number; sentBytes: number }[] = []
  return {
    record: (sentBytes, nowMs) => {
      const previous = samples.at(-2)
      // One sample per 100 ms is enough, however small the chunks are; the newest is kept exact.
      if (previous && nowMs - previous.atMs < SAMPLE_MS) samples.pop()
      samples.push({ atMs: nowMs, sentBytes })
      const oldest = nowMs - WINDOW_MS
      if ((samples[0]?.atMs ?? nowMs) < oldest) samples = samples.filter(({ atMs }) => atMs >= oldest)
    },
    read: (nowMs) => {
      const first = samples[0]
      const last = samples.at(-1)
      if (!first || !last) return { sentBytes: 0, bytesPerSecond: 0, remainingMs: null }
      const spanMs = nowMs - first.atMs
      const bytesPerSecond = spanMs > 0 ? ((last.sentBytes - first.sentBytes) * 1000) / spanMs : 0
      const isSettled = spanMs >= SETTLED_AFTER_MS && bytesPerSecond > 0
      const remainingMs = isSettled ? ((totalBytes - last.sentBytes) / bytesPerSecond) * 1000 : null
      return { sentBytes: last.sentBytes, bytesPerSecond, remainingMs }
    },
  }
}
