// Names what a socket, a time-out or a status line says went wrong, with what is known of the delivery.
import { failure, WharfError, type ErrorCode, type Failure } from '../../shared/errors.ts'
import { redact } from './redact.ts'
import { parseRetryAfter } from './retry-after.ts'

/** These say by themselves that no connection came about. */
const CONNECT_ERRORS: Readonly<Record<string, ErrorCode>> = {
  ENOTFOUND: 'host-not-found',
  EAI_AGAIN: 'host-not-found',
  ECONNREFUSED: 'connection-refused',
  UND_ERR_CONNECT_TIMEOUT: 'connect-timed-out',
}

/** A standing connection can lose its way as well: these count as such only while connecting. */
const UNREACHABLE: ReadonlySet<string> = new Set(['EHOSTUNREACH', 'ENETUNREACH'])

const CERTIFICATE_ERROR = /^(ERR_TLS_CERT|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|HOSTNAME_MISMATCH)/
const TLS_ERROR = /^(ERR_TLS|ERR_SSL|EPROTO$)/

/** @param hasBytesSent whether any byte of the request may have left this machine. */
export function failureOfError(error: unknown, hasBytesSent: boolean): Failure {
  const delivery = hasBytesSent ? 'unknown' : 'not-sent'
  if (error instanceof WharfError) return { ...error.failure, delivery }
  const { code, syscall } = systemErrorIn(error)
  const connectError = CONNECT_ERRORS[code]
  if (connectError) return failure(connectError, 'not-sent')
  if (UNREACHABLE.has(code) && syscall === 'connect') return failure('connection-refused', 'not-sent')
  // Certificates are looked at before the first byte of a request; the rest of TLS may break at any time.
  if (CERTIFICATE_ERROR.test(code)) return failure('tls-failed', 'not-sent')
  if (TLS_ERROR.test(code)) return failure('tls-failed', delivery)
  if (code === 'UND_ERR_BODY_TIMEOUT') return failure('answer-timed-out', delivery)
  return failure('connection-lost', delivery)
}

/** An AggregateError (one per tried address) or a wrapped cause is read through to the first code. */
function systemErrorIn(error: unknown): { code: string; syscall: unknown } {
  if (!(error instanceof Error)) return { code: '', syscall: null }
  if ('code' in error && typeof error.code === 'string')
    return { code: error.code, syscall: 'syscall' in error ? error.syscall : null }
  const inner: unknown = error instanceof AggregateError ? error.errors[0] : error.cause
  return systemErrorIn(inner)
}

const STATUS_CODES: Readonly<Record<number, ErrorCode>> = {
  401: 'key-refused',
  402: 'payment-required',
  403: 'not-eligible',
  404: 'not-found',
  408: 'service-unavailable',
  409: 'conflict',
  413: 'too-large',
  415: 'type-unsupported',
  425: 'service-unavailable',
  429: 'rate-limited',
  507: 'storage-full',
}

type AnswerHead = { readonly status: number; readonly headers: Readonly<Record<string, string>> }

/**
 * The failure that a complete answer with a status other than 2xx stands for. A 5xx says nothing about whether the
 * request was carried out, except a 503 with Retry-After, which asks for a repeat. `secrets` never reach the failure.
 */
export function failureOfStatus(
  { status, headers }: AnswerHead,
  secrets: readonly string[],
  nowMs: number,
): Failure {
  const retryAfterMs = parseRetryAfter(headers['retry-after'], headers['date'], nowMs)
  const requestId = redact(headers['x-request-id'] ?? '', secrets) || null
  const details = { httpStatus: status, retryAfterMs, requestId }
  const known = STATUS_CODES[status]
  if (known) return failure(known, 'refused', details)
  if (status === 503 && retryAfterMs !== null) return failure('service-unavailable', 'refused', details)
  if (status >= 500) return failure('server-failed', 'unknown', details)
  if (status >= 400) return failure('request-invalid', 'refused', details)
  if (status >= 300) return failure('redirected', 'refused', details)
  return failure('answer-unreadable', 'unknown', details)
}
