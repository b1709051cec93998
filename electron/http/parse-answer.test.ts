// Shows what becomes of a complete answer: its JSON, or a failure with what is known of the delivery.
import { expect, it } from 'vitest'
import { WharfError, type ErrorCode, type Failure } from '../../shared/errors.ts'
import { asText, isObject } from './json.ts'
import { parseAnswer, type ErrorDialect } from './parse-answer.ts'

const OWN_CODES: Readonly<Record<string, ErrorCode>> = {
  GROUP_REQUIRED: 'container-required',
  UNAVAILABLE: 'service-unavailable',
}
const dialect: ErrorDialect = {
  said: (json) => ({
    message: isObject(json) ? asText(json['message']) : null,
    code: isObject(json) ? asText(json['code']) : null,
    requestId: isObject(json) ? asText(json['request']) : null,
  }),
  isError: (json) => isObject(json) && 'code' in json,
  codeFor: (code) => OWN_CODES[code] ?? null,
}
const parse = (status: number, text: string, headers: Readonly<Record<string, string>> = {}) =>
  parseAnswer({ status, headers, text }, dialect, { apiKey: 'secret-key', nowMs: () => 0 })

function failureOf(...answer: Parameters<typeof parse>): Failure {
  try {
    parse(...answer)
  } catch (error) {
    if (error instanceof WharfError) return error.failure
    throw error
  }
  throw new Error('It should have failed')
}

it.each([
  [200, '{"id":1}', { id: 1 }],
  [201, '[]', []],
  [299, 'null', null],
])('gives the JSON of a %i', (status, text, json) => {
  expect(parse(status, text)).toEqual(json)
})

it.each<[number, string, ErrorCode, Failure['delivery']]>([
  [400, '{}', 'request-invalid', 'refused'],
  [400, '{"code":"GROUP_REQUIRED"}', 'container-required', 'refused'],
  [500, '{"code":"GROUP_REQUIRED"}', 'container-required', 'refused'],
  [500, '{"code":"SOMETHING_ELSE"}', 'server-failed', 'unknown'],
  [503, '{"code":"UNAVAILABLE"}', 'service-unavailable', 'unknown'],
  [404, '{"code":"UNAVAILABLE"}', 'service-unavailable', 'refused'],
  [200, '{"code":"GROUP_REQUIRED"}', 'container-required', 'refused'],
  [200, '{"code":"SOMETHING_ELSE"}', 'request-invalid', 'refused'],
  [200, '<html>', 'answer-unreadable', 'unknown'],
])('takes a %i with %s for %s, %s', (status, text, code, delivery) => {
  expect(failureOf(status, text)).toMatchObject({ code, delivery, httpStatus: status })
})

it('quotes without the key, without signatures', () => {
  const message = 'secret-key may not GET https://cdn.test/a.png?X-Signature=abc'
  const body = JSON.stringify({ message, code: 'secret-key', request: 'req-secret-key' })
  expect(failureOf(403, body)).toMatchObject({
    providerMessage: '••• may not GET https://cdn.test/a.png',
    providerCode: '•••',
    requestId: 'req-•••',
  })
})

it('keeps what the headers say where the body says nothing', () => {
  expect(failureOf(429, '{}', { 'retry-after': '7', 'x-request-id': 'req-1' })).toMatchObject({
    retryAfterMs: 7000,
    requestId: 'req-1',
  })
})
