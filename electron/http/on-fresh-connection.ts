// Repeats at once what was lost with its connection before the first byte of its body left.
import { WharfError } from '../../shared/errors.ts'

/** A server closes its idle connections as it likes: the next one is opened for the repeat alone. */
const QUICK_RETRIES = 2

/** @param attempt begins anew each time it is called, with a body of its own. */
export async function onFreshConnection<T>(attempt: () => Promise<T>, signal: AbortSignal): Promise<T> {
  for (let left = QUICK_RETRIES; left > 0; left -= 1) {
    try {
      return await attempt()
    } catch (error) {
      if (signal.aborted || !isLostUnsent(error)) throw error
    }
  }
  return attempt()
}

function isLostUnsent(error: unknown): boolean {
  if (!(error instanceof WharfError)) return false
  const { code, delivery } = error.failure
  return code === 'connection-lost' && delivery === 'not-sent'
}
