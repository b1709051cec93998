// Notes what the page asks of main, for tests that look at the calls alone.
import { vi } from 'vitest'
import type { Failure, Result } from '../../shared/errors.ts'
import type { CallInput, CallOutput } from '../../shared/ipc/contract.ts'
import type { PageCall } from '../../shared/ipc/names.ts'
import { INTERNAL_FAILURE } from './internal-failure.ts'

type Answers = { readonly [N in PageCall]?: (input: CallInput<N>) => Result<CallOutput<N>> }

export const ok = <T>(value: T): Result<T> => ({ ok: true, value })
export const failed = (code: Failure['code']): Result<never> => ({
  ok: false,
  failure: { ...INTERNAL_FAILURE, code },
})

/** Returns the calls so far, name and input; a call that is not in the table fails. */
export function recordingBridge(answers: Answers = {}) {
  const asked: (readonly [string, unknown])[] = []
  const calls = new Proxy(
    {},
    {
      get: (_, name: string) => (input: never) => {
        asked.push([name, input])
        const answer = answers[name as PageCall] as ((input: never) => Result<unknown>) | undefined
        return Promise.resolve(answer ? answer(input) : failed('internal'))
      },
    },
  )
  vi.stubGlobal('wharf', { calls, grantFiles: vi.fn(), onEvents: () => () => undefined })
  return asked
}
