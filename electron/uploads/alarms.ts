// Wakes what waits: any number of alarms on one timer, set for the earliest of them.
export type Alarms<Key> = {
  /** One alarm per key: a later call replaces it. */
  readonly set: (key: Key, delayMs: number) => void
  readonly drop: (key: Key) => void
  /** No alarm is set or goes off any more. */
  readonly stop: () => void
}

type Options<Key> = {
  /** A clock that nobody sets. */
  readonly steadyMs: () => number
  /** All that are due in the same moment come together, however many the machine slept through. */
  readonly onDue: (keys: readonly Key[]) => void
}

export function createAlarms<Key>({ steadyMs, onDue }: Options<Key>): Alarms<Key> {
  const dueAtMs = new Map<Key, number>()
  let timer: NodeJS.Timeout | undefined
  let firesAtMs = Infinity
  let isStopped = false

  const arm = (atMs: number) => {
    if (atMs >= firesAtMs || isStopped) return
    firesAtMs = atMs
    clearTimeout(timer)
    timer = setTimeout(fire, Math.max(0, Math.ceil(atMs - steadyMs())))
  }

  function fire() {
    // A timer may go off a little early.
    const nowMs = Math.max(steadyMs(), firesAtMs)
    firesAtMs = Infinity
    const due = [...dueAtMs].flatMap(([key, atMs]) => (atMs <= nowMs ? [key] : []))
    due.forEach((key) => dueAtMs.delete(key))
    let earliestMs = Infinity
    for (const atMs of dueAtMs.values()) earliestMs = Math.min(earliestMs, atMs)
    if (earliestMs < Infinity) arm(earliestMs)
    if (due.length > 0) onDue(due)
  }

  return {
    set: (key, delayMs) => {
      const atMs = steadyMs() + Math.max(0, delayMs)
      dueAtMs.set(key, atMs)
      arm(atMs)
    },
    drop: (key) => {
      dueAtMs.delete(key)
    },
    stop: () => {
      isStopped = true
      clearTimeout(timer)
      dueAtMs.clear()
    },
  }
}
