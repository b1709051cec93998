// What the torture does to an app, whether that is the real one or its engine alone.
import type { CallInput, CallOutput } from '../../shared/ipc/contract.ts'
import type { PageCall } from '../../shared/ipc/names.ts'

export type Target = CallInput<'uploads.add'>['targets'][number]

/** One run of the app, from its start to its sudden end. */
export type Victim = {
  /** As the page would; rejects with what the app answered, or when it dies meanwhile. */
  readonly call: <N extends PageCall>(name: N, input: CallInput<N>) => Promise<CallOutput<N>>
  /** Resolves when the app says that all files are journalled. */
  readonly drop: (paths: readonly string[], targets: readonly Target[]) => Promise<void>
  /** Kills itself right before or right after that commit of its database, counted from now; null: it cannot. */
  readonly dieAtCommit: ((nth: number, side: 'before' | 'after') => Promise<void>) | null
  /** Resolves when it is dead, whoever killed it. */
  readonly gone: Promise<void>
  /** With SIGKILL, unless it is dead already; resolves when it is. */
  readonly kill: () => Promise<void>
}

export type Executioner = {
  /** What is killed, in words. */
  readonly form: string
  /** Starts the app on the same data folder as ever; at most one runs at a time. */
  readonly start: () => Promise<Victim>
  readonly close: () => Promise<void>
}
