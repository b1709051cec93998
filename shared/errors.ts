// Every way a thing can fail, as codes with traits: adapters label a failure, policy reads the traits.
import { z } from 'zod'

type Trait = {
  /** `auto`: the same request may simply be repeated later, if its delivery allows it. */
  readonly retry: 'auto' | 'manual' | 'never'
  /** How far the failure reaches: this file, every job of the account, or the app. */
  readonly scope: 'job' | 'account' | 'app'
}

export const ERROR_TRAITS = {
  'file-missing': { retry: 'manual', scope: 'job' },
  'file-changed': { retry: 'manual', scope: 'job' },
  'file-replaced': { retry: 'manual', scope: 'job' },
  'file-denied': { retry: 'manual', scope: 'job' },
  'file-locked': { retry: 'manual', scope: 'job' },
  'file-unreadable': { retry: 'manual', scope: 'job' },

  'key-missing': { retry: 'manual', scope: 'account' },
  'key-refused': { retry: 'manual', scope: 'account' },
  'not-eligible': { retry: 'manual', scope: 'account' },
  'payment-required': { retry: 'manual', scope: 'account' },
  'storage-full': { retry: 'manual', scope: 'account' },

  'request-blocked': { retry: 'manual', scope: 'job' },
  'request-invalid': { retry: 'manual', scope: 'job' },
  'not-found': { retry: 'manual', scope: 'job' },
  'container-required': { retry: 'manual', scope: 'job' },
  'container-not-found': { retry: 'manual', scope: 'job' },
  'container-denied': { retry: 'manual', scope: 'job' },
  'container-not-active': { retry: 'manual', scope: 'job' },
  'container-unsuitable': { retry: 'manual', scope: 'job' },
  'provider-rejected': { retry: 'manual', scope: 'job' },
  'asset-in-use': { retry: 'manual', scope: 'job' },
  conflict: { retry: 'manual', scope: 'job' },
  'too-large': { retry: 'never', scope: 'job' },
  'type-unsupported': { retry: 'never', scope: 'job' },
  'rate-limited': { retry: 'auto', scope: 'account' },
  redirected: { retry: 'manual', scope: 'job' },
  'server-failed': { retry: 'manual', scope: 'job' },
  'service-unavailable': { retry: 'auto', scope: 'account' },

  'host-not-found': { retry: 'auto', scope: 'account' },
  'connection-refused': { retry: 'auto', scope: 'account' },
  'connect-timed-out': { retry: 'auto', scope: 'account' },
  'tls-failed': { retry: 'manual', scope: 'account' },
  'connection-lost': { retry: 'auto', scope: 'job' },
  'upload-stalled': { retry: 'auto', scope: 'job' },
  'answer-timed-out': { retry: 'auto', scope: 'job' },

  'answer-unreadable': { retry: 'manual', scope: 'job' },
  'answer-too-large': { retry: 'manual', scope: 'job' },
  'asset-id-missing': { retry: 'manual', scope: 'job' },

  interrupted: { retry: 'manual', scope: 'job' },
  cancelled: { retry: 'manual', scope: 'job' },
  'account-unknown': { retry: 'never', scope: 'app' },
  'account-disabled': { retry: 'manual', scope: 'job' },
  'accounts-file-invalid': { retry: 'never', scope: 'app' },
  'export-unwritable': { retry: 'manual', scope: 'app' },
  'disk-full': { retry: 'manual', scope: 'app' },
  'record-file-invalid': { retry: 'never', scope: 'app' },
  'record-file-newer': { retry: 'never', scope: 'app' },
  'record-file-too-large': { retry: 'never', scope: 'app' },
  'address-not-allowed': { retry: 'manual', scope: 'account' },
  'record-unwritable': { retry: 'manual', scope: 'app' },
  'database-newer': { retry: 'never', scope: 'app' },
  'input-invalid': { retry: 'never', scope: 'app' },
  internal: { retry: 'manual', scope: 'app' },
} as const satisfies Record<string, Trait>

export type ErrorCode = keyof typeof ERROR_TRAITS
const errorCodes = Object.keys(ERROR_TRAITS) as [ErrorCode, ...ErrorCode[]]

/**
 * What is known of a request after it failed. `not-sent`: no byte of it left. `refused`: a complete answer said no.
 * `unknown`: bytes left and no complete valid answer came, so the provider may hold the file.
 */
export const deliverySchema = z.enum(['not-sent', 'refused', 'unknown'])
export type Delivery = z.infer<typeof deliverySchema>

/** Longer than any quotation that `redact` lets through: a failure that was kept must be readable again. */
const quoteSchema = z.string().max(500).nullable()

export const failureSchema = z
  .object({
    code: z.enum(errorCodes),
    delivery: deliverySchema,
    httpStatus: z.number().int().nullable(),
    /** The provider's own words, already redacted; shown as a quotation. */
    providerMessage: quoteSchema,
    providerCode: quoteSchema,
    requestId: quoteSchema,
    retryAfterMs: z.number().nonnegative().nullable(),
  })
  .readonly()
export type Failure = z.infer<typeof failureSchema>

/** A failure with all that is not said known to be absent. */
export function failure(code: ErrorCode, delivery: Delivery, details: Partial<Failure> = {}): Failure {
  return {
    httpStatus: null,
    providerMessage: null,
    providerCode: null,
    requestId: null,
    retryAfterMs: null,
    ...details,
    code,
    delivery,
  }
}

/** The one error class that carries a `Failure` through code that throws; `message` holds no secret and no path. */
export class WharfError extends Error {
  readonly failure: Failure

  constructor(reason: Failure, options?: ErrorOptions) {
    super(reason.code, options)
    this.name = 'WharfError'
    this.failure = reason
  }
}

/** What a call between the processes answers: errors cross as values. */
export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure }
