// Decides when what was gathered for one transaction is written: soon, yet not without what is about to join it.

/** What ends within that long of another is written with it. Nobody notices the wait; a disk takes as long to be sure. */
const GATHER_MS = 4

export type Gathering = {
  /** Something was added. */
  readonly add: () => void
  /** In this turn of the event loop, whatever may still join. */
  readonly hurry: () => void
  /** It was written, or is not to be. */
  readonly end: () => void
}

type Options = {
  /** How much may still join. */
  readonly underWayCount: () => number
  readonly onGathered: () => void
}

export function createGathering({ underWayCount, onGathered }: Options): Gathering {
  let timer: NodeJS.Timeout | undefined
  let immediate: NodeJS.Immediate | undefined
  const hurry = () => {
    immediate ??= setImmediate(onGathered)
  }
  return {
    add: () => {
      if (underWayCount() === 0) hurry()
      else timer ??= setTimeout(onGathered, GATHER_MS)
    },
    hurry,
    end: () => {
      clearTimeout(timer)
      clearImmediate(immediate)
      timer = undefined
      immediate = undefined
    },
  }
}
