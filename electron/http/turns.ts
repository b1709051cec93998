// The requests of one key that wait for their turn: who goes first, who leaves room for whom.
import { failure, WharfError } from '../../shared/errors.ts'

/** First come the requests that a person waits for. Those that leave room never take the last free places. */
const KINDS = {
  browse: { leavesRoom: false },
  upload: { leavesRoom: true },
  background: { leavesRoom: true },
} as const

export type RequestKind = keyof typeof KINDS
const IN_ORDER = Object.keys(KINDS) as RequestKind[]

export type Turns = {
  /** Resolves when `next` lets it go. Rejects with `cancelled` or `answer-timed-out`, nothing sent, when aborted before. */
  readonly wait: (kind: RequestKind, signal: AbortSignal) => Promise<void>
  /** Lets the foremost go that may; null: none may. */
  readonly next: (hasRoomToLeave: boolean) => RequestKind | null
  readonly count: (kind?: RequestKind) => number
}

export function createTurns(): Turns {
  const waiting: Record<RequestKind, Set<() => void>> = {
    browse: new Set(),
    upload: new Set(),
    background: new Set(),
  }
  return {
    wait: (kind, signal) =>
      new Promise((resolve, reject) => {
        const giveUp = () => {
          waiting[kind].delete(go)
          const code = isTimeout(signal.reason) ? 'answer-timed-out' : 'cancelled'
          reject(new WharfError(failure(code, 'not-sent')))
        }
        const go = () => {
          waiting[kind].delete(go)
          signal.removeEventListener('abort', giveUp)
          resolve()
        }
        if (signal.aborted) {
          giveUp()
          return
        }
        signal.addEventListener('abort', giveUp, { once: true })
        waiting[kind].add(go)
      }),
    next: (hasRoomToLeave) => {
      for (const kind of IN_ORDER) {
        const [first] = waiting[kind]
        if (!first || (KINDS[kind].leavesRoom && !hasRoomToLeave)) continue
        first()
        return kind
      }
      return null
    },
    count: (kind) =>
      kind === undefined ? IN_ORDER.reduce((sum, each) => sum + waiting[each].size, 0) : waiting[kind].size,
  }
}

function isTimeout(reason: unknown): boolean {
  return reason instanceof Error && reason.name === 'TimeoutError'
}
