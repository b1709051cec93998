// How fast bytes go out over all uploads, from the last few seconds.
import { create } from 'zustand'

export type SpeedSample = { readonly atMs: number; readonly movedBytes: number }
export type QueueSpeedState = { readonly samples: readonly SpeedSample[]; readonly bytesPerSecond: number }

const WINDOW_MS = 5000
const SETTLED_AFTER_MS = 500

export const NO_SPEED: QueueSpeedState = { samples: [], bytesPerSecond: 0 }
export const useQueueSpeedStore = create<QueueSpeedState>(() => NO_SPEED)

/** With one more sample; a sum that shrank belongs to a new snapshot, from which measuring begins anew. */
export function withSample({ samples }: QueueSpeedState, sample: SpeedSample): QueueSpeedState {
  const last = samples.at(-1)
  if (last && sample.movedBytes < last.movedBytes) return { samples: [sample], bytesPerSecond: 0 }
  const oldestMs = sample.atMs - WINDOW_MS
  // The newest sample from before the window says what was out when the window began.
  const start = Math.max(
    0,
    samples.findLastIndex(({ atMs }) => atMs <= oldestMs),
  )
  const kept = [...samples.slice(start), sample]
  const [first = sample] = kept
  const spanMs = sample.atMs - first.atMs
  const moved = sample.movedBytes - first.movedBytes
  return { samples: kept, bytesPerSecond: spanMs < SETTLED_AFTER_MS ? 0 : (moved * 1000) / spanMs }
}
