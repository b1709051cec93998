// Takes what has left the queue out of the database, a little at a time.
import type { QueueStore } from './queue-store.ts'

/** Long enough for uploads to get far more of the disk than this does. */
const PAUSE_MS = 100

export type Sweeper = { readonly start: () => void; readonly stop: () => void }

/** What cannot be swept now, because the disk is full for one, is left for the next start. */
export function createSweeper({ sweep }: Pick<QueueStore, 'sweep'>): Sweeper {
  let timer: NodeJS.Timeout | undefined
  const sweepOn = () => {
    try {
      if (sweep()) start()
    } catch {
      // Nothing but room is lost.
    }
  }
  function start() {
    timer = setTimeout(sweepOn, PAUSE_MS).unref()
  }
  return {
    start,
    stop: () => {
      clearTimeout(timer)
    },
  }
}
