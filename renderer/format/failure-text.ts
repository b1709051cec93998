// Puts a failure into words for a person.
import type { Failure } from '../../shared/errors.ts'
import { enErrors, type ErrorText } from '../i18n/en-errors.ts'
import { fill } from '../i18n/fill.ts'

export function failureText(failure: Failure, provider: string): ErrorText {
  const text = enErrors[failure.code]
  return {
    what: fill(text.what, { provider }),
    did: fill(text.did, { provider }),
    next: fill(text.next, { provider }),
  }
}
