// Shows which failure each error of a socket stands for, as well as each status.
import { expect, test } from 'vitest'
import { failure, failureSchema, WharfError, type Delivery, type ErrorCode } from '../../shared/errors.ts'
import { failureOfError, failureOfStatus } from './classify-failure.ts'

const NOW_MS = Date.parse('2026-03-01T12:00:00Z')

function errorOf(code: string, syscall?: string): Error {
  return Object.assign(new Error(`Something with a path: /home/someone ${code}`), { code, syscall })
}

test.each<[string, string | undefined, ErrorCode]>([
  ['ENOTFOUND', 'getaddrinfo', 'host-not-found'],
  ['EAI_AGAIN', 'getaddrinfo', 'host-not-found'],
  ['ECONNREFUSED', 'connect', 'connection-refused'],
  ['EHOSTUNREACH', 'connect', 'connection-refused'],
  ['ENETUNREACH', 'connect', 'connection-refused'],
  ['UND_ERR_CONNECT_TIMEOUT', undefined, 'connect-timed-out'],
  ['CERT_HAS_EXPIRED', undefined, 'tls-failed'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', undefined, 'tls-failed'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', undefined, 'tls-failed'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', undefined, 'tls-failed'],
])('%s while connecting: not sent, whatever the method', (code, syscall, expected) => {
  for (const hasBytesSent of [false, true])
    expect(failureOfError(errorOf(code, syscall), hasBytesSent)).toEqual(failure(expected, 'not-sent'))
})

test.each<[string, string | undefined, ErrorCode]>([
  ['ECONNRESET', 'read', 'connection-lost'],
  ['EPIPE', 'write', 'connection-lost'],
  ['UND_ERR_SOCKET', undefined, 'connection-lost'],
  ['EHOSTUNREACH', 'read', 'connection-lost'],
  ['ENETUNREACH', 'write', 'connection-lost'],
  ['EPROTO', 'write', 'tls-failed'],
  ['ERR_SSL_DECRYPTION_FAILED_OR_BAD_RECORD_MAC', undefined, 'tls-failed'],
  ['UND_ERR_BODY_TIMEOUT', undefined, 'answer-timed-out'],
  ['SOMETHING_NEW', undefined, 'connection-lost'],
])('%s on a standing connection: unknown once bytes had left', (code, syscall, expected) => {
  expect(failureOfError(errorOf(code, syscall), true)).toEqual(failure(expected, 'unknown'))
  expect(failureOfError(errorOf(code, syscall), false)).toEqual(failure(expected, 'not-sent'))
})

test('an error is read through its wrappings', () => {
  const perAddress = new AggregateError([
    errorOf('ECONNREFUSED', 'connect'),
    errorOf('ENETUNREACH', 'connect'),
  ])
  const wrapped = new TypeError('fetch failed', { cause: errorOf('ENOTFOUND', 'getaddrinfo') })
  expect(failureOfError(perAddress, false).code).toBe('connection-refused')
  expect(failureOfError(wrapped, false).code).toBe('host-not-found')
})

test.each([null, undefined, 'text', { code: 'ECONNREFUSED' }])('what is no error: %j', (thrown) => {
  expect(failureOfError(thrown, true)).toEqual(failure('connection-lost', 'unknown'))
})

test('a failure keeps its code, while its delivery follows what had left', () => {
  const error = new WharfError(failure('file-changed', 'unknown', { httpStatus: 200 }))
  expect(failureOfError(error, false)).toEqual(failure('file-changed', 'not-sent', { httpStatus: 200 }))
  expect(failureOfError(error, true).delivery).toBe('unknown')
})

test.each<[number, ErrorCode, Delivery]>([
  [100, 'answer-unreadable', 'unknown'],
  [301, 'redirected', 'refused'],
  [308, 'redirected', 'refused'],
  [400, 'request-invalid', 'refused'],
  [401, 'key-refused', 'refused'],
  [402, 'payment-required', 'refused'],
  [403, 'not-eligible', 'refused'],
  [404, 'not-found', 'refused'],
  [408, 'service-unavailable', 'refused'],
  [409, 'conflict', 'refused'],
  [410, 'request-invalid', 'refused'],
  [413, 'too-large', 'refused'],
  [415, 'type-unsupported', 'refused'],
  [422, 'request-invalid', 'refused'],
  [425, 'service-unavailable', 'refused'],
  [429, 'rate-limited', 'refused'],
  [500, 'server-failed', 'unknown'],
  [502, 'server-failed', 'unknown'],
  [503, 'server-failed', 'unknown'],
  [504, 'server-failed', 'unknown'],
  [507, 'storage-full', 'refused'],
  [524, 'server-failed', 'unknown'],
])('status %i', (status, code, delivery) => {
  expect(failureOfStatus({ status, headers: {} }, [], NOW_MS)).toEqual(
    failure(code, delivery, { httpStatus: status }),
  )
})

test('a 503 that names a time was not carried out; one that names nonsense may have been', () => {
  const named = failureOfStatus({ status: 503, headers: { 'retry-after': '5' } }, [], NOW_MS)
  expect(named).toMatchObject({ code: 'service-unavailable', delivery: 'refused', retryAfterMs: 5000 })
  const nonsense = failureOfStatus({ status: 503, headers: { 'retry-after': 'in about 5' } }, [], NOW_MS)
  expect(nonsense).toMatchObject({ code: 'server-failed', delivery: 'unknown', retryAfterMs: null })
})

test('the number of the request is kept, without secrets, within what a failure may hold', () => {
  const headers = { 'x-request-id': `req-1\u0007for key-1 ${'x'.repeat(9000)}`, 'retry-after': '2' }
  const found = failureOfStatus({ status: 429, headers }, ['key-1'], NOW_MS)
  expect(found.requestId).toMatch(/^req-1 for ••• x+…$/)
  expect(found.retryAfterMs).toBe(2000)
  expect(failureSchema.parse(found)).toEqual(found)
})
