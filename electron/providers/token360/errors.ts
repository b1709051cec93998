// How Token360 words its errors: an envelope with a service code, or the shape of its gateway.
import type { ErrorCode } from '../../../shared/errors.ts'
import { asText, isObject } from '../../http/json.ts'
import type { ErrorDialect } from '../../http/parse-answer.ts'

const OWN_CODES: Readonly<Record<string, ErrorCode>> = {
  // Every service code of the page "Upload asset".
  UNIFIED_ASSET_FILE_REQUIRED: 'request-invalid',
  UNIFIED_ASSET_GROUP_REQUIRED: 'container-required',
  UNIFIED_ASSET_GROUP_NOT_FOUND: 'container-not-found',
  ASSET_GROUP_NOT_FOUND: 'container-not-found',
  ASSET_GROUP_ACCESS_DENIED: 'container-denied',
  ASSET_GROUP_NOT_ACTIVE: 'container-not-active',
  ASSET_GROUP_TYPE_UNSUPPORTED: 'container-unsuitable',
  ASSET_GROUP_PROVIDER_REF_MISSING: 'container-unsuitable',
  ASSET_FILE_REQUIRED: 'request-invalid',
  ASSET_FILE_TYPE_UNSUPPORTED: 'type-unsupported',
  ASSET_FILE_TOO_LARGE: 'too-large',
  ASSET_PROVIDER_REJECTED: 'provider-rejected',
  ASSET_PROVIDER_UNAVAILABLE: 'service-unavailable',
  // The gateway's types (page "Error handling"), but for those that say less than the status does.
  invalid_api_key: 'key-refused',
  api_key_frozen: 'key-refused',
  insufficient_balance: 'payment-required',
  model_access_denied: 'not-eligible',
  not_found_error: 'not-found',
  model_not_found: 'request-invalid',
  rate_limit_error: 'rate-limited',
}

/** The sample shows 0, while the field is described as a status. */
const GOOD_CODES: ReadonlySet<unknown> = new Set([undefined, null, 0, 200, '0', '200'])

export const token360Errors: ErrorDialect = {
  said: (json) => {
    const top = isObject(json) ? json : {}
    const error = isObject(top['error']) ? top['error'] : {}
    const words = [error['message'], top['error'], top['msg'], top['message'], top['detail']]
    return {
      message: words.map(asText).find((said) => said !== null) ?? null,
      code: asText(top['serviceCode']) ?? gatewayCode(error) ?? asText(top['code']),
      requestId: asText(top['requestId']) ?? asText(top['request_id']) ?? asText(error['request_id']),
    }
  },
  isError: (json) =>
    isObject(json) &&
    (Boolean(json['error']) || Boolean(json['serviceCode']) || !GOOD_CODES.has(json['code'])),
  codeFor: (code) => OWN_CODES[code] ?? null,
}

/** In the gateway's sample `code` only repeats the status, while `type` tells what is wrong. */
function gatewayCode(error: Readonly<Record<string, unknown>>): string | null {
  const [code, type] = [asText(error['code']), asText(error['type'])]
  if (code !== null && OWN_CODES[code]) return code
  return type ?? code
}
