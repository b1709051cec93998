// Knows the exports and imports that are under way, so that each can be given up.
import { failure, WharfError } from '../../../shared/errors.ts'
import type { TransferId } from '../../../shared/model/transfer.ts'

export type Transfers = {
  readonly run: <T>(id: TransferId, work: (signal: AbortSignal) => Promise<T>) => Promise<T>
  /** Its signal's reason is `cancelled`; nothing happens where it is over. */
  readonly giveUp: (id: TransferId) => void
  /** Gives all of them up, and waits until none touches a file or the database any more. */
  readonly stop: () => Promise<void>
}

export function createTransfers(): Transfers {
  const running = new Map<TransferId, { readonly abort: AbortController; readonly done: Promise<unknown> }>()
  const giveUp = (id: TransferId) => {
    running.get(id)?.abort.abort(new WharfError(failure('cancelled', 'not-sent')))
  }
  return {
    run: async (id, work) => {
      const abort = new AbortController()
      const done = work(abort.signal)
      running.set(id, { abort, done })
      try {
        return await done
      } finally {
        running.delete(id)
      }
    },
    giveUp,
    stop: async () => {
      const ended = [...running.values()].map(({ done }) => done)
      ;[...running.keys()].forEach(giveUp)
      await Promise.allSettled(ended)
    },
  }
}
