// What a provider may answer to an upload, with what must be made of it: the table of the contract suite.
import type { ErrorCode, Failure } from '../../shared/errors.ts'
import type { Fault } from '../sandbox/faults.ts'
import type { FailureKind } from '../sandbox/provider-imitation.ts'

export type AnswerCase = {
  readonly title: string
  readonly fault: Fault
  readonly code: ErrorCode
  readonly delivery: Failure['delivery']
  readonly also: Partial<Failure>
}

const status = (
  code: ErrorCode,
  delivery: Failure['delivery'],
  httpStatus: number,
  headers: Record<string, string> = {},
  also: Partial<Failure> = {},
): AnswerCase => ({
  title: `the answer is ${String(httpStatus)}${Object.keys(headers).length > 0 ? ' with Retry-After' : ''}`,
  fault: { kind: 'answer', status: httpStatus, headers, body: '{}' },
  code,
  delivery,
  also: { httpStatus, ...also },
})

const refused = (as: FailureKind | 'firewall', code: ErrorCode, httpStatus: number): AnswerCase => ({
  title: `the answer is a ${String(httpStatus)} in its own words (${as})`,
  fault: { kind: 'refuse', as },
  code,
  delivery: 'refused',
  also: { httpStatus },
})

const broken = (title: string, code: ErrorCode, fault: Fault): AnswerCase => ({
  title,
  fault,
  code,
  delivery: 'unknown',
  also: {},
})

export const ANSWER_CASES: readonly AnswerCase[] = [
  status('request-invalid', 'refused', 400),
  status('key-refused', 'refused', 401),
  status('payment-required', 'refused', 402),
  status('not-eligible', 'refused', 403),
  status('not-found', 'refused', 404),
  status('conflict', 'refused', 409),
  status('too-large', 'refused', 413),
  status('type-unsupported', 'refused', 415),
  status('request-invalid', 'refused', 422),
  status('rate-limited', 'refused', 429),
  status('rate-limited', 'refused', 429, { 'retry-after': '7' }, { retryAfterMs: 7000 }),
  status('server-failed', 'unknown', 500),
  status('server-failed', 'unknown', 502),
  status('server-failed', 'unknown', 503),
  status('service-unavailable', 'refused', 503, { 'retry-after': '3' }, { retryAfterMs: 3000 }),
  status('server-failed', 'unknown', 504),
  refused('unauthorized', 'key-refused', 401),
  refused('forbidden', 'not-eligible', 403),
  refused('over-quota', 'payment-required', 403),
  refused('firewall', 'request-blocked', 403),
  refused('rate-limited', 'rate-limited', 429),
  broken('a success is HTML', 'answer-unreadable', {
    kind: 'answer',
    status: 200,
    headers: { 'content-type': 'text/html' },
    body: '<html><body>Welcome to the hotel network</body></html>',
  }),
  broken('a success is cut JSON', 'answer-unreadable', { kind: 'answer', status: 200, body: '{"id":"as' }),
  broken('a success is empty', 'answer-unreadable', { kind: 'answer', status: 200, body: '' }),
  broken('a success names no asset', 'asset-id-missing', { kind: 'answer-without-id' }),
  broken('the answer is truncated', 'connection-lost', { kind: 'truncate-answer' }),
  broken('the answer is cut between its chunks', 'connection-lost', {
    kind: 'truncate-answer',
    framing: 'chunked',
  }),
  broken('the answer is a GB', 'answer-too-large', { kind: 'oversized-answer', sizeBytes: 1e9 }),
  broken('the answer is gzip that nobody asked for', 'answer-unreadable', {
    kind: 'compressed-answer',
    sizeBytes: 2e7,
  }),
  broken('the head of the answer drips', 'answer-timed-out', { kind: 'drip-head', intervalMs: 50 }),
  broken('the answer drips', 'answer-timed-out', { kind: 'drip-answer', intervalMs: 300 }),
  broken('the server stays silent', 'answer-timed-out', { kind: 'silent' }),
  broken('the connection is reset in the body', 'connection-lost', {
    kind: 'reset-after-bytes',
    afterBytes: 100_000,
  }),
  broken('the connection is reset at the end', 'connection-lost', {
    kind: 'reset-after-bytes',
    afterBytes: 300_000,
  }),
]
