// A failed call as something to throw; the page's own, since the shared one brings a schema library along.
import type { Failure } from '../../shared/errors.ts'

export class CallFailed extends Error {
  readonly failure: Failure

  constructor(reason: Failure) {
    super(reason.code)
    this.name = 'CallFailed'
    this.failure = reason
  }
}
