// Shows that whatever the page sends is answered with a result, never with an exception.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { failure, WharfError } from '../../shared/errors.ts'
import { contract } from '../../shared/ipc/contract.ts'
import { createDispatch, type Handlers } from './dispatch.ts'

const refused = { ok: false, failure: failure('input-invalid', 'not-sent') }

/** Handlers that note that they were called; those given here answer otherwise. */
function dispatchWith(own: Partial<Handlers> = {}) {
  const called: string[] = []
  const logged: unknown[] = []
  const noting = Object.fromEntries(
    Object.keys(contract).map((name) => [
      name,
      () => {
        called.push(name)
        return {}
      },
    ]),
  )
  const log = { info: () => undefined, error: (...facts: unknown[]) => logged.push(facts) }
  return { called, logged, dispatch: createDispatch({ ...noting, ...own } as Handlers, log) }
}

test('a good call is handled with its parsed input', async () => {
  const heard: unknown[] = []
  const { dispatch } = dispatchWith({
    'clipboard.write': (input) => {
      heard.push(input)
      return {}
    },
  })
  expect(await dispatch('clipboard.write', { text: ' id', more: 1 })).toEqual({ ok: true, value: {} })
  expect(heard).toEqual([{ text: ' id' }])
})

test.each([
  'unheard.of',
  '',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  null,
  undefined,
  7,
  {},
  ['app.snapshot'],
])('no call is named %j', async (name) => {
  const { dispatch, called } = dispatchWith()
  expect(await dispatch(name, {})).toEqual(refused)
  expect(called).toEqual([])
})

test('bad input reaches no handler', async () => {
  const { dispatch, called } = dispatchWith()
  expect(await dispatch('clipboard.write', { text: 5 })).toEqual(refused)
  expect(await dispatch('app.snapshot', undefined)).toEqual(refused)
  expect(called).toEqual([])
})

test('a known failure crosses as it is, any other as internal, its words kept out', async () => {
  const known = failure('account-unknown', 'not-sent')
  const { dispatch, logged } = dispatchWith({
    'clipboard.write': () => {
      throw new WharfError(known)
    },
    'app.snapshot': () => Promise.reject(Object.assign(new Error('/home/someone/secret'), { code: 'EIO' })),
  })
  expect(await dispatch('clipboard.write', { text: 'id' })).toEqual({ ok: false, failure: known })
  expect(logged).toEqual([])
  const answer = await dispatch('app.snapshot', {})
  expect(answer).toEqual({ ok: false, failure: failure('internal', 'unknown') })
  expect(JSON.stringify([answer, logged])).not.toContain('someone')
  expect(logged).toEqual([['call failed', { name: 'app.snapshot', error: 'Error', code: 'EIO' }]])
})

test('thousands of random calls: always a result', async () => {
  const { dispatch } = dispatchWith()
  const anyName = fc.oneof(fc.constantFrom(...Object.keys(contract)), fc.anything())
  await fc.assert(
    fc.asyncProperty(anyName, fc.anything({ withNullPrototype: true }), async (name, input) => {
      expect(await dispatch(name, input)).toHaveProperty('ok')
    }),
    { numRuns: 4000 },
  )
})
