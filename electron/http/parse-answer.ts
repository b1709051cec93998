// Turns an answer into its JSON, or into the failure that it stands for: the same rules for every provider.
import { failure, WharfError, type ErrorCode, type Failure } from '../../shared/errors.ts'
import { failureOfStatus } from './classify-failure.ts'
import { parseJson } from './json.ts'
import type { HttpAnswer } from './read-answer.ts'
import { redact } from './redact.ts'

/** What a provider says of an error, in its own words; null for what it does not say. */
export type Said = {
  readonly message: string | null
  readonly code: string | null
  readonly requestId: string | null
}

/** How one provider words its errors. */
export type ErrorDialect = {
  readonly said: (json: unknown) => Said
  /** True for a 2xx whose body is an error all the same. */
  readonly isError: (json: unknown) => boolean
  /** What a code of the provider's own stands for; null: the status decides. */
  readonly codeFor: (providerCode: string) => ErrorCode | null
}

/** These say that something broke, not that nothing was done. */
const OUTAGES: ReadonlySet<ErrorCode | null> = new Set([null, 'server-failed', 'service-unavailable'])

const QUOTA = /quota|credit|balance|billing/i

type Surroundings = { readonly apiKey: string; readonly nowMs: () => number }

/**
 * The JSON of a success. Throws `WharfError` for everything else; neither the key nor a query string (it may be a
 * signature) is left in what the provider said.
 */
export function parseAnswer(
  answer: HttpAnswer,
  dialect: ErrorDialect,
  { apiKey, nowMs }: Surroundings,
): unknown {
  const json = parseJson(answer.text)
  const said = quoted(dialect.said(json), json === undefined ? answer.text : null, apiKey)
  const dialectCode = said.providerCode === undefined ? null : dialect.codeFor(said.providerCode)
  const ownCode = dialectCode ?? (answer.status === 403 ? forbiddenCode(json, said) : null)
  if (answer.status < 200 || answer.status > 299) {
    const byStatus = failureOfStatus(answer, [apiKey], nowMs())
    // A refusal that has a name is one even where it comes as a 500.
    const delivery = OUTAGES.has(ownCode) ? byStatus.delivery : 'refused'
    throw new WharfError({ ...byStatus, ...said, code: ownCode ?? byStatus.code, delivery })
  }
  const details = { ...said, httpStatus: answer.status }
  if (json === undefined)
    throw new WharfError(failure('answer-unreadable', 'unknown', { httpStatus: answer.status }))
  if (dialect.isError(json)) throw new WharfError(failure(ownCode ?? 'request-invalid', 'refused', details))
  return json
}

/** What a 403 is about, where the provider's documents do not tell: null for the account itself. */
function forbiddenCode(json: unknown, { providerCode = '' }: Quoted): ErrorCode | null {
  // No provider answers with a page: it comes from something in front of it.
  if (json === undefined) return 'request-blocked'
  return QUOTA.test(providerCode) ? 'payment-required' : null
}

type Quoted = { providerMessage?: string; providerCode?: string; requestId?: string }

/** Only what was said, so that it can be laid over what the status line and headers tell. */
function quoted({ message, code, requestId }: Said, rawText: string | null, apiKey: string): Quoted {
  const clean = (text: string | null) => redact(text ?? '', [apiKey])
  const providerMessage = clean(message ?? rawText?.replace(/<[^>]*>/g, ' ') ?? null)
  const providerCode = clean(code)
  const id = clean(requestId)
  return {
    ...(providerMessage && { providerMessage }),
    ...(providerCode && { providerCode }),
    ...(id && { requestId: id }),
  } satisfies Partial<Failure>
}
