// Turns a sound into the peaks of its waveform.
import { PEAK_COUNT, writePeaks } from '../../shared/thumbnail-format.ts'
import type { Drawn } from './drawn.ts'

/** A sound is decoded whole, into some ten times its size. */
const MAX_SOUND_BYTES = 16 * 1024 * 1024
/** Far too low to listen to, yet the outline is the same. */
const SAMPLE_RATE = 8000
const LOOKS_PER_PEAK = 2000

/** null: no sound that can be decoded, or too much of it. */
export async function drawPeaks(bytes: Uint8Array<ArrayBuffer>): Promise<Drawn | null> {
  if (bytes.byteLength > MAX_SOUND_BYTES) return null
  try {
    const sound = await new OfflineAudioContext(1, 1, SAMPLE_RATE).decodeAudioData(bytes.buffer)
    const durationMs = Math.max(1, Math.round(sound.duration * 1000))
    return {
      bytes: writePeaks(peaksOf(sound.getChannelData(0))),
      measure: { width: null, height: null, durationMs },
    }
  } catch {
    return null
  }
}

/** `PEAK_COUNT` numbers from 0 to 255, the loudest of them 255 unless all is silent. */
export function peaksOf(samples: Float32Array): number[] {
  const share = samples.length / PEAK_COUNT
  const step = Math.max(1, Math.floor(share / LOOKS_PER_PEAK))
  const peaks = Array.from({ length: PEAK_COUNT }, (_, index) => {
    let peak = 0
    for (let at = Math.floor(index * share); at < Math.floor((index + 1) * share); at += step)
      peak = Math.max(peak, Math.abs(samples[at] ?? 0))
    return peak
  })
  const loudest = Math.max(...peaks)
  return peaks.map((peak) => (loudest === 0 ? 0 : Math.round((peak / loudest) * 255)))
}
