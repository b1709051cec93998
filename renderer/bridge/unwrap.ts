// Turns a result into a value for code that expects failures to be thrown.
import { type Result, WharfError } from '../../shared/errors.ts'
import { settle } from './settle.ts'

/** @throws WharfError */
export async function unwrap<T>(answer: Promise<Result<T>>): Promise<T> {
  const result = await settle(answer)
  if (!result.ok) throw new WharfError(result.failure)
  return result.value
}
