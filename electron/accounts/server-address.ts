// Decides which server address a key may be sent to.
import { failure, WharfError } from '../../shared/errors.ts'

const LOOPBACK = /^(127(\.\d{1,3}){3}|localhost|\[::1\])$/

/**
 * The address without a trailing slash, or null for "the provider's own". Throws `address-not-allowed` for anything
 * but https, or http on loopback; a user name in it is refused as well, since it would be sent along.
 */
export function parseServerAddress(typed: string | null): string | null {
  const text = typed?.trim() ?? ''
  if (text === '') return null
  const url = URL.canParse(text) ? new URL(text) : null
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.origin))
  if (!url || !isSafe || url.username || url.password || url.search || url.hash)
    throw new WharfError(failure('address-not-allowed', 'not-sent'))
  return url.origin + url.pathname.replace(/\/+$/, '')
}

/** Whether an address that is known to be well formed means this computer. */
export function isLoopback(address: string): boolean {
  return LOOPBACK.test(new URL(address).hostname)
}
