// Opens the connections that previews come over, none of which leads into this computer's own network.
import { lookup } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import { Agent, type Dispatcher } from 'undici'
import { isPrivateAddress } from './private-address.ts'

const CONNECT_LIMIT_MS = 10_000

/** Checked where the name is resolved for the connection itself, so no second answer of the DNS can differ. */
const publicLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, found) => {
    const addresses = found.filter(({ address }) => !isPrivateAddress(address))
    const [first] = addresses
    if (error || !first) callback(error ?? new Error('No public address'), [])
    else if (options.all === true) callback(null, addresses)
    else callback(null, first.address, first.family)
  })
}

const publicAgent = new Agent({ connect: { timeout: CONNECT_LIMIT_MS, lookup: publicLookup } })
const ownAgent = new Agent({ connect: { timeout: CONNECT_LIMIT_MS } })

/**
 * `trustedOrigin` is the account's own server, which the person named and which may be on this computer; anything
 * else has to be public and speak https. null: not to be asked.
 */
export function connectionFor(
  { protocol, origin, hostname }: URL,
  trustedOrigin: string | null,
): Dispatcher | null {
  if (origin === trustedOrigin) return ownAgent
  if (protocol !== 'https:') return null
  const address = hostname.replace(/^\[|\]$/g, '')
  return isIP(address) !== 0 && isPrivateAddress(address) ? null : publicAgent
}
