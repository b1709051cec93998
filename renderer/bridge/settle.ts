// Turns a call that broke down altogether into an ordinary failed result.
import type { Result } from '../../shared/errors.ts'
import { INTERNAL_FAILURE } from './internal-failure.ts'

/** Never rejects: what main itself could not answer comes back as `internal`. */
export async function settle<T>(answer: Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await answer
  } catch {
    return { ok: false, failure: INTERNAL_FAILURE }
  }
}
