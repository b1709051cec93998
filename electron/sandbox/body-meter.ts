// The stream that a request's body runs through: it counts, and holds back or breaks off when told to.
import { Transform } from 'node:stream'
import type { Fault } from './faults.ts'

const BUFFERED_BYTES = 256 * 1024

export type BodyPace =
  | { readonly kind: 'free' }
  | { readonly kind: 'stall'; readonly afterBytes: number }
  | { readonly kind: 'reset'; readonly afterBytes: number }
  | { readonly kind: 'throttle'; readonly bytesPerSecond: number }

/** How a body is to be read under this fault. */
export function bodyPaceOf(fault: Fault | null): BodyPace {
  switch (fault?.kind) {
    case 'stall-after-bytes':
      return { kind: 'stall', afterBytes: fault.afterBytes }
    case 'reset-after-bytes':
      return { kind: 'reset', afterBytes: fault.afterBytes }
    case 'slow-reader':
      return { kind: 'throttle', bytesPerSecond: fault.bytesPerSecond }
    default:
      return { kind: 'free' }
  }
}

/** A pass-through; `received` hears of every chunk, `reset` is called where the pace says so. */
export function createBodyMeter(
  pace: BodyPace,
  received: (bytes: number) => void,
  reset: () => void,
): Transform {
  let total = 0
  let timer: NodeJS.Timeout | null = null
  return new Transform({
    highWaterMark: BUFFERED_BYTES,
    transform(chunk: Buffer, _encoding, done) {
      received(chunk.length)
      total += chunk.length
      const pass = () => done(null, chunk)
      if (pace.kind === 'throttle') timer = setTimeout(pass, (chunk.length / pace.bytesPerSecond) * 1000)
      else if (pace.kind === 'free' || total < pace.afterBytes) pass()
      // Not passing it on is what stops the reading.
      else if (pace.kind === 'reset') reset()
    },
    destroy(error, done) {
      if (timer !== null) clearTimeout(timer)
      done(error)
    },
  })
}
