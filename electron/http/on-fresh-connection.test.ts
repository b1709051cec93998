// Shows what is repeated at once, and how often.
import { expect, test } from 'vitest'
import { failure, WharfError } from '../../shared/errors.ts'
import { onFreshConnection } from './on-fresh-connection.ts'

const LOST = new WharfError(failure('connection-lost', 'not-sent'))
const goingOn = new AbortController().signal

function failing(times: number, error: Error) {
  const made = { count: 0 }
  const attempt = () => {
    made.count += 1
    return made.count <= times ? Promise.reject(error) : Promise.resolve('asset')
  }
  return { made, attempt }
}

test('lost before its first byte: twice more, then it is the failure', async () => {
  expect(await onFreshConnection(failing(2, LOST).attempt, goingOn)).toBe('asset')
  const { made, attempt } = failing(3, LOST)
  await expect(onFreshConnection(attempt, goingOn)).rejects.toBe(LOST)
  expect(made.count).toBe(3)
})

test.each([
  failure('connection-lost', 'unknown'),
  failure('connection-refused', 'not-sent'),
  failure('rate-limited', 'refused'),
])('$code ($delivery) is left to the queue', async (reason) => {
  const { made, attempt } = failing(1, new WharfError(reason))
  await expect(onFreshConnection(attempt, goingOn)).rejects.toThrow(WharfError)
  expect(made.count).toBe(1)
})

test('who gave up gets no repeat', async () => {
  const given = new AbortController()
  const { made, attempt } = failing(3, LOST)
  const ending = onFreshConnection(() => {
    given.abort()
    return attempt()
  }, given.signal)
  await expect(ending).rejects.toBe(LOST)
  expect(made.count).toBe(1)
})
