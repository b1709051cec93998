// Carries out one call from the page: parse, handle, answer with a Result; never throws.
import { failure, WharfError, type Failure, type Result } from '../../shared/errors.ts'
import { contract, type CallInput, type CallOutput } from '../../shared/ipc/contract.ts'
import type { CallName } from '../../shared/ipc/names.ts'
import { errorFacts, type Log } from '../log.ts'

export type Handlers = {
  readonly [N in CallName]: (input: CallInput<N>) => CallOutput<N> | Promise<CallOutput<N>>
}

export type Dispatch = (name: unknown, input: unknown) => Promise<Result<unknown>>

export function createDispatch(handlers: Handlers, log: Log): Dispatch {
  return async (name, input) => {
    if (!isCallName(name)) return refused()
    const parsed = contract[name].input.safeParse(input)
    if (!parsed.success) return refused()
    try {
      const handle = handlers[name] as (input: unknown) => unknown
      return { ok: true, value: await handle(parsed.data) }
    } catch (error) {
      if (!(error instanceof WharfError)) log.error('call failed', { name, ...errorFacts(error) })
      return { ok: false, failure: failureOf(error) }
    }
  }
}

function failureOf(error: unknown): Failure {
  return error instanceof WharfError ? error.failure : failure('internal', 'unknown')
}

function isCallName(name: unknown): name is CallName {
  return typeof name === 'string' && Object.hasOwn(contract, name)
}

function refused(): Result<never> {
  return { ok: false, failure: failure('input-invalid', 'not-sent') }
}
