// The failure of a call that main could not even answer.
import type { Failure } from '../../shared/errors.ts'

export const INTERNAL_FAILURE: Failure = {
  code: 'internal',
  delivery: 'unknown',
  httpStatus: null,
  providerMessage: null,
  providerCode: null,
  requestId: null,
  retryAfterMs: null,
}
