// Lets this process trust an authority of the test's own, as a system's store of certificates would.
import tls from 'node:tls'
import { makeAuthority, makeCertificate, type Authority, type Certificate } from './certificate.testkit.ts'

const DAY_MS = 86_400_000

/** Trusted from now on, for as long as the test file runs. */
export function trustedAuthority(): Authority {
  const authority = makeAuthority('Authority of the tests')
  const create = tls.createSecureContext
  const trusting: typeof create = (options) => {
    const made = create(options)
    // Not in Node's types, yet what `ca` ends in; unlike `ca` it keeps the system's own authorities.
    const context = made.context as { readonly addCACert: (pem: string) => void }
    context.addCACert(authority.cert)
    return made
  }
  Object.assign(tls, { createSecureContext: trusting })
  return authority
}

/** What a server at loopback shows: in order, but for what is asked otherwise. */
export function certificateOf(
  authority: Authority | null,
  { address = '127.0.0.1', fromDays = -1, toDays = 1 } = {},
): Certificate {
  const fromMs = Date.now() + fromDays * DAY_MS
  return makeCertificate({ address, fromMs, toMs: Date.now() + toDays * DAY_MS, authority })
}
