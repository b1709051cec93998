// Runs so many tasks at once, in the order asked for; those nobody waits for any more are never begun.

export type Lane = {
  /** null: given up before its turn came. What has begun runs to its end. */
  readonly run: <T>(task: () => Promise<T>, signal: AbortSignal) => Promise<T | null>
}

export function createLane(mostAtOnce: number): Lane {
  const waiting = new Set<() => void>()
  let running = 0
  const goOn = () => {
    for (const begin of waiting) {
      if (running >= mostAtOnce) return
      waiting.delete(begin)
      begin()
    }
  }
  return {
    run: <T>(task: () => Promise<T>, signal: AbortSignal) =>
      new Promise<T | null>((resolve, reject) => {
        if (signal.aborted) {
          resolve(null)
          return
        }
        const giveUp = () => {
          waiting.delete(begin)
          resolve(null)
        }
        const begin = () => {
          signal.removeEventListener('abort', giveUp)
          running += 1
          const end = () => {
            running -= 1
            goOn()
          }
          task().then(resolve, reject).finally(end)
        }
        signal.addEventListener('abort', giveUp, { once: true })
        waiting.add(begin)
        goOn()
      }),
  }
}
