// Draws a frame of a clip that shows something.
import type { Drawn } from './drawn.ts'
import { fitWithin } from './fit-within.ts'

const LIMIT_MS = 20_000
const QUALITY = 0.82
/** Of the clip; the next one is tried where a frame is all of one colour, as at a fade. */
const PLACES = [0.1, 0.35, 0.7]
const FLAT_DEVIATION = 6

/** null: no clip that can be decoded. */
export async function drawFrame(previewUrl: string): Promise<Drawn | null> {
  const video = document.createElement('video')
  video.muted = true
  video.preload = 'metadata'
  // Main shares the bytes with this page, which may therefore read what it draws.
  video.crossOrigin = 'anonymous'
  const canvas = document.createElement('canvas')
  const limit = AbortSignal.timeout(LIMIT_MS)
  try {
    video.src = previewUrl
    await heard(video, 'loadedmetadata', limit)
    const { videoWidth: width, videoHeight: height, duration } = video
    Object.assign(canvas, fitWithin({ width, height }))
    const context = canvas.getContext('2d', { willReadFrequently: true })
    if (!context || width === 0) return null
    for (const place of Number.isFinite(duration) ? PLACES : [0]) {
      video.currentTime = place * (Number.isFinite(duration) ? duration : 0)
      await heard(video, 'seeked', limit)
      context.drawImage(video, 0, 0, canvas.width, canvas.height)
      if (!isFlat(context.getImageData(0, 0, canvas.width, canvas.height).data)) break
    }
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/webp', QUALITY))
    if (!blob) return null
    const durationMs = Number.isFinite(duration) ? Math.max(1, Math.round(duration * 1000)) : null
    return { bytes: new Uint8Array(await blob.arrayBuffer()), measure: { width, height, durationMs } }
  } catch {
    return null
  } finally {
    // Ends the request for the rest of it.
    video.removeAttribute('src')
    video.load()
  }
}

function heard(video: HTMLVideoElement, event: string, limit: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = () => reject(new Error('No clip'))
    video.addEventListener(event, () => resolve(), { once: true, signal: limit })
    video.addEventListener('error', fail, { once: true, signal: limit })
    limit.addEventListener('abort', fail, { once: true })
  })
}

/** Four bytes a pixel. */
export function isFlat(pixels: Uint8ClampedArray): boolean {
  let count = 0
  let sum = 0
  let squares = 0
  for (let at = 0; at < pixels.length; at += 64) {
    const light = ((pixels[at] ?? 0) + 2 * (pixels[at + 1] ?? 0) + (pixels[at + 2] ?? 0)) / 4
    count += 1
    sum += light
    squares += light * light
  }
  return squares / count - (sum / count) ** 2 < FLAT_DEVIATION ** 2
}
