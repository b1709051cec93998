// Turns a result into a value for code that expects failures to be thrown.
import type { Result } from '../../shared/errors.ts'
import { CallFailed } from './call-failed.ts'
import { settle } from './settle.ts'

/** @throws CallFailed */
export async function unwrap<T>(answer: Promise<Result<T>>): Promise<T> {
  const result = await settle(answer)
  if (!result.ok) throw new CallFailed(result.failure)
  return result.value
}
