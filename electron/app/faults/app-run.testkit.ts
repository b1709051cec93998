// One run of the whole app, driven as the page drives it, with all that ever left main kept for the oracles.
import type { Failure, Result } from '../../../shared/errors.ts'
import type { CallInput, CallOutput, Snapshot } from '../../../shared/ipc/contract.ts'
import type { EventBatch } from '../../../shared/ipc/events.ts'
import type { CallName } from '../../../shared/ipc/names.ts'
import { startApp } from '../start-app.ts'
import type { Tuning } from '../tuning.ts'
import { testDesktop, type TestDesktop } from './desktop.testkit.ts'

/** What main said, in the order in which it did; of snapshots only the last. */
export type Said = {
  readonly batches: EventBatch[]
  readonly answers: unknown[]
  readonly logged: string[]
  lastSnapshot: unknown
}

export type AppRun = {
  /** What a page that loads first is shown. */
  readonly loaded: Snapshot
  readonly desktop: TestDesktop
  readonly said: Said
  /** Throws the failure. */
  readonly call: <N extends CallName>(name: N, input: CallInput<N>) => Promise<CallOutput<N>>
  /** Throws if the call went well. */
  readonly failureOf: <N extends CallName>(name: N, input: CallInput<N>) => Promise<Failure>
  readonly end: () => Promise<void>
}

export async function runApp(
  dataFolder: string,
  tuning: Partial<Tuning>,
  prepare?: (desktop: TestDesktop) => void,
) {
  const desktop = testDesktop(dataFolder)
  prepare?.(desktop)
  const said: Said = { batches: [], answers: [], logged: [], lastSnapshot: null }
  const note = (level: string) => (event: string, facts?: unknown) =>
    said.logged.push(JSON.stringify([level, event, facts]))
  const app = await startApp({
    platform: desktop.platform,
    log: { info: note('info'), error: note('error') },
    sendEvents: (batch) => said.batches.push(structuredClone(batch)),
    tuning,
  })
  const ask = async <N extends CallName>(name: N, input: CallInput<N>) => {
    const answer = (await app.dispatch(name, input)) as Result<CallOutput<N>>
    if (name === 'app.snapshot') said.lastSnapshot = answer
    else said.answers.push(answer)
    return answer
  }
  let ending: Promise<void> | null = null
  const loaded = (await ask('app.snapshot', {})) as { readonly value: Snapshot }
  const run: AppRun = {
    loaded: loaded.value,
    desktop,
    said,
    call: async (name, input) => {
      const answer = await ask(name, input)
      if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.failure)}`)
      return answer.value
    },
    failureOf: async (name, input) => {
      const answer = await ask(name, input)
      if (answer.ok) throw new Error(`${name} went well`)
      return answer.failure
    },
    end: () => (ending ??= app.dispose()),
  }
  return run
}
