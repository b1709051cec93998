// Kills the engine alone: the whole app but Electron, started ahead of time so that a life costs little.
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import type { Result } from '../../shared/errors.ts'
import type { CallInput, CallOutput } from '../../shared/ipc/contract.ts'
import type { CallName } from '../../shared/ipc/names.ts'
import type { FromEngine, ToEngine } from './engine-messages.ts'
import type { Executioner, Victim } from './victim.ts'

type Options = {
  /** The bundle of `engine-process.ts`. */
  readonly bundle: string
  readonly dataFolder: string
}

type Waiting = {
  readonly resolve: (result: Result<unknown>) => void
  readonly reject: (error: Error) => void
}
type Engine = { readonly child: ChildProcess; readonly loaded: Promise<void> }

export function engineExecutioner({ bundle, dataFolder }: Options): Executioner {
  let next = load(bundle)
  return {
    form: 'the engine in plain Node',
    start: async () => {
      const engine = next
      next = load(bundle)
      await engine.loaded
      return come(engine.child, dataFolder)
    },
    close: async () => {
      await end(next.child)
    },
  }
}

function load(bundle: string): Engine {
  const child = fork(bundle, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  const loaded = once(child, 'message').then(() => undefined)
  return { child, loaded }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}

async function come(child: ChildProcess, dataFolder: string): Promise<Victim> {
  const gone = once(child, 'exit').then(() => undefined)
  const waiting = new Map<number, Waiting>()
  let lastId = 0
  const failAll = (reason: string) => {
    waiting.forEach(({ reject }) => {
      reject(new Error(reason))
    })
    waiting.clear()
  }
  child.on('message', (message: FromEngine) => {
    if (message.type === 'broken') failAll(message.reason)
    if (message.type !== 'answer') return
    waiting.get(message.id)?.resolve(message.result)
    waiting.delete(message.id)
  })
  child.once('exit', () => {
    failAll('The engine is dead')
  })
  const send = (message: ToEngine) => {
    if (child.connected) child.send(message, () => undefined)
    else failAll('The engine is dead')
  }
  const ask = (message: (id: number) => ToEngine) =>
    new Promise<Result<unknown>>((resolve, reject) => {
      const id = (lastId += 1)
      waiting.set(id, { resolve, reject })
      send(message(id))
    })
  const call = async <N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> => {
    const result = await ask((id) => ({ type: 'call', id, name, input }))
    if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.failure)}`)
    return result.value as CallOutput<N>
  }

  await ask((id) => ({ type: 'start', id, dataFolder }))
  return {
    call,
    drop: async (paths, targets) => {
      const { grants } = await call('grants.fromPaths', { paths })
      await call('uploads.add', { grants, targets, sendsKnown: false, intakeId: null })
    },
    dieAtCommit: async (nth, side) => {
      await ask((id) => ({ type: 'die-at-commit', id, nth, side }))
    },
    gone,
    kill: () => end(child),
  }
}
