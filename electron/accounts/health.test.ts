// Proves what an account is said to be after each outcome of a call.
import { expect, test, vi } from 'vitest'
import { failure, type ErrorCode } from '../../shared/errors.ts'
import { accountIdSchema } from '../../shared/ids.ts'
import { createAccountHealth } from './health.ts'

const id = accountIdSchema.parse('a')
const other = accountIdSchema.parse('b')
const refused = failure('key-refused', 'refused', { httpStatus: 401 })
const unreachable = failure('host-not-found', 'not-sent')

test.each<[ErrorCode, string]>([
  ['key-refused', 'key-refused'],
  ['not-eligible', 'not-eligible'],
  ['host-not-found', 'offline'],
  ['connection-refused', 'offline'],
  ['connect-timed-out', 'offline'],
])('%s makes it %s until a call goes well', (code, trouble) => {
  const health = createAccountHealth(() => undefined)
  health.note(id, failure(code, 'not-sent'))
  expect(health.troubleOf(id)).toBe(trouble)
  expect(health.troubleOf(other)).toBeNull()
  health.note(id, null)
  expect(health.troubleOf(id)).toBeNull()
})

test('what is about one file or one moment changes nothing', () => {
  const health = createAccountHealth(() => undefined)
  health.note(id, refused)
  health.note(id, failure('cancelled', 'not-sent'))
  health.note(id, failure('too-large', 'refused', { httpStatus: 413 }))
  expect(health.troubleOf(id)).toBe('key-refused')
})

test('any answer at all ends being offline', () => {
  const health = createAccountHealth(() => undefined)
  health.note(id, unreachable)
  health.note(id, failure('connection-lost', 'unknown'))
  expect(health.troubleOf(id)).toBe('offline')
  health.note(id, failure('server-failed', 'refused', { httpStatus: 500 }))
  expect(health.troubleOf(id)).toBeNull()
})

test('it is told once for each change', () => {
  const changed = vi.fn()
  const health = createAccountHealth(changed)
  health.note(id, null)
  health.note(id, refused)
  health.note(id, refused)
  health.note(id, unreachable)
  health.forget(id)
  health.forget(id)
  expect(changed).toHaveBeenCalledTimes(3)
})
