// The limit on bytes per second that all uploads share: chunks wait here for their turn, first come, first served.
import { emptyBucket, refilled, taken, waitMs } from './token-bucket.ts'

export type Bandwidth = {
  /** Resolves when the chunk may leave, or at once when the signal aborts; null: nothing to wait for. */
  readonly turn: (bytes: number, signal: AbortSignal) => Promise<void> | null
  /** null: no limit. What waits now goes by the new limit. */
  readonly setLimit: (bytesPerSecond: number | null) => void
}

type Waiting = { readonly bytes: number; readonly go: () => void }

/** `steadyMs` must not follow the wall clock's corrections. */
export function createBandwidth(steadyMs: () => number): Bandwidth {
  const queue = new Set<Waiting>()
  let limit: number | null = null
  let bucket = emptyBucket(steadyMs())
  let timer: NodeJS.Timeout | undefined

  const serve = () => {
    clearTimeout(timer)
    for (const waiting of queue) {
      if (limit !== null) {
        bucket = refilled(bucket, limit, steadyMs())
        const delayMs = waitMs(bucket, limit)
        if (delayMs > 0) {
          timer = setTimeout(serve, delayMs)
          return
        }
        bucket = taken(bucket, waiting.bytes)
      }
      queue.delete(waiting)
      waiting.go()
    }
  }

  return {
    turn: (bytes, signal) => {
      if (limit === null || signal.aborted) return null
      return new Promise((resolve) => {
        const leave = () => {
          queue.delete(waiting)
          resolve()
        }
        const go = () => {
          signal.removeEventListener('abort', leave)
          resolve()
        }
        const waiting = { bytes, go }
        signal.addEventListener('abort', leave, { once: true })
        queue.add(waiting)
        if (queue.size === 1) serve()
      })
    },
    setLimit: (bytesPerSecond) => {
      if (bytesPerSecond === limit) return
      limit = bytesPerSecond
      // A debt made under another limit would be worked off at the pace of this one.
      bucket = emptyBucket(steadyMs())
      serve()
    },
  }
}
