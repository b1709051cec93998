// Shows that both shapes of Token360's errors are understood, with any status.
import { describe, expect, it } from 'vitest'
import { WharfError, type ErrorCode, type Failure } from '../../../shared/errors.ts'
import { parseAnswer } from '../../http/parse-answer.ts'
import { token360Errors } from './errors.ts'

const SERVICE_CODES: readonly (readonly [string, ErrorCode])[] = [
  ['UNIFIED_ASSET_FILE_REQUIRED', 'request-invalid'],
  ['UNIFIED_ASSET_GROUP_REQUIRED', 'container-required'],
  ['UNIFIED_ASSET_GROUP_NOT_FOUND', 'container-not-found'],
  ['ASSET_GROUP_NOT_FOUND', 'container-not-found'],
  ['ASSET_GROUP_ACCESS_DENIED', 'container-denied'],
  ['ASSET_GROUP_NOT_ACTIVE', 'container-not-active'],
  ['ASSET_GROUP_TYPE_UNSUPPORTED', 'container-unsuitable'],
  ['ASSET_GROUP_PROVIDER_REF_MISSING', 'container-unsuitable'],
  ['ASSET_FILE_REQUIRED', 'request-invalid'],
  ['ASSET_FILE_TYPE_UNSUPPORTED', 'type-unsupported'],
  ['ASSET_FILE_TOO_LARGE', 'too-large'],
  ['ASSET_PROVIDER_REJECTED', 'provider-rejected'],
  ['ASSET_PROVIDER_UNAVAILABLE', 'service-unavailable'],
]

describe('a service code', () => {
  // No page gives the status or the `code` that comes with one.
  it.each(
    SERVICE_CODES.flatMap(([serviceCode, code]) =>
      [200, 400, 404, 409].map((status) => [serviceCode, status, code] as const),
    ),
  )('%s with HTTP %i means %s', (serviceCode, status, code) => {
    for (const ownStatus of [0, 200, 400, 10_001, null])
      expect(failureOf(status, { code: ownStatus, msg: 'In words', serviceCode, data: null })).toMatchObject({
        code,
        delivery: 'refused',
        httpStatus: status,
        providerCode: serviceCode,
        providerMessage: 'In words',
      })
  })

  it('that says no is believed with a 500 as well, but not one that tells of an outage', () => {
    const said = (serviceCode: string) => failureOf(500, { code: 500, msg: '', serviceCode })
    expect(said('UNIFIED_ASSET_GROUP_REQUIRED').delivery).toBe('refused')
    expect(said('ASSET_PROVIDER_UNAVAILABLE').delivery).toBe('unknown')
  })

  it('that is new leaves the word to the status', () => {
    expect(failureOf(413, { serviceCode: 'ASSET_NEW', msg: 'x' })).toMatchObject({
      code: 'too-large',
      providerCode: 'ASSET_NEW',
    })
  })
})

describe('an error of the gateway', () => {
  it.each<[number, string, string | null, ErrorCode]>([
    [401, 'invalid_api_key', '401', 'key-refused'],
    [403, 'api_key_frozen', '403', 'key-refused'],
    [402, 'insufficient_balance', '402', 'payment-required'],
    [403, 'model_access_denied', '403', 'not-eligible'],
    [404, 'not_found_error', '404', 'not-found'],
    [404, 'model_not_found', '404', 'request-invalid'],
    [404, 'invalid_request_error', 'model_not_found', 'request-invalid'],
    [429, 'rate_limit_error', '429', 'rate-limited'],
    [400, 'invalid_request_error', '400', 'request-invalid'],
    [413, 'invalid_request_error', null, 'too-large'],
    [200, 'insufficient_balance', null, 'payment-required'],
    [502, 'api_error', '502', 'server-failed'],
  ])('%i %s (%s) means %s', (status, type, code, meaning) => {
    const failure = failureOf(status, { error: { message: 'In words', type, param: null, code } })
    expect(failure).toMatchObject({ code: meaning, providerMessage: 'In words' })
    expect(failure.delivery).toBe(status >= 500 ? 'unknown' : 'refused')
  })
})

describe('a 2xx', () => {
  const asset = { assetId: 'ua_1' }
  it.each([
    [{ code: 0, data: asset, serviceCode: null }],
    [{ code: 200, data: asset, serviceCode: '' }],
    [{ code: '0', data: asset }],
    [{ code: '200', data: asset }],
    [{ code: null, data: asset }],
    [{ data: asset, error: null }],
  ])('is a success: %j', (json) => {
    expect(parse(200, json)).toEqual(json)
  })

  it.each([
    [{ code: 500, data: asset }],
    [{ code: '400', msg: 'No' }],
    [{ code: -1 }],
    [{ code: false, data: asset }],
    [{ code: 0, data: asset, serviceCode: 'ASSET_NEW' }],
    [{ code: 0, data: asset, error: { message: 'No' } }],
    [{ error: 'No' }],
  ])('is a failure all the same: %j', (json) => {
    expect(failureOf(200, json).delivery).toBe('refused')
  })

  it.each([
    [{ code: 1, error: { message: 'first' }, msg: 'second' }, 'first'],
    [{ code: 1, error: 'first', msg: 'second' }, 'first'],
    [{ code: 1, msg: 'second', message: 'third' }, 'second'],
    [{ code: 1, message: 'third', detail: 'fourth' }, 'third'],
    [{ code: 1, detail: 'fourth' }, 'fourth'],
    [{ code: 1 }, null],
  ])('is quoted: %j', (json, providerMessage) => {
    expect(failureOf(200, json)).toMatchObject({ providerMessage })
  })
})

function parse(status: number, json: unknown): unknown {
  const answer = { status, headers: {}, text: JSON.stringify(json) }
  return parseAnswer(answer, token360Errors, { apiKey: 'sk-secret', nowMs: () => 0 })
}

function failureOf(status: number, json: unknown): Failure {
  try {
    parse(status, json)
  } catch (error) {
    if (error instanceof WharfError) return error.failure
    throw error
  }
  throw new Error('It should have failed')
}
