// Turns a call that broke down altogether into an ordinary failed result.
import { failure, type Result } from '../../shared/errors.ts'

/** Never rejects: what main itself could not answer comes back as `internal`. */
export async function settle<T>(answer: Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await answer
  } catch {
    return { ok: false, failure: failure('internal', 'unknown') }
  }
}
