// The request by which a provider's API uses an asset, at the account's own address and with the key left out.
import { manifestOf } from '../providers/index.ts'
import { snippetsOf } from '../providers/snippets.ts'
import type { Json } from '../providers/asset-use.ts'
import type { CopiedAsset } from './copied-asset.ts'
import type { NoPiece } from './piece.ts'

export type ApiRequest = {
  /** Lines for people: what it does, and what to know before. */
  readonly notes: readonly string[]
  readonly url: string
  readonly auth: { readonly header: string; readonly prefix: string; readonly variable: string }
  readonly body: Json
}

const SANDBOX_NOTE = 'The asset is in the sandbox of Wharf - the provider itself does not have it'
const BLANKS_NOTE = 'Replace what begins with YOUR_'

export function apiRequest({ item, account }: CopiedAsset): ApiRequest | NoPiece {
  const snippets = snippetsOf(item.providerId)
  if (!snippets) return { code: 'no-snippets' }
  const call = snippets.callWith(item)
  if ('reason' in call) return { code: 'no-call', reason: call.reason }
  const { header, scheme } = snippets.auth
  const server = account?.server ?? { kind: 'provider' }
  const address = server.kind === 'custom' ? server.address : manifestOf(item.providerId).origins.api
  return {
    notes: [
      call.purpose,
      ...(hasBlanks(call.path) || hasBlanks(call.body) ? [BLANKS_NOTE] : []),
      ...(server.kind === 'sandbox' ? [SANDBOX_NOTE] : []),
    ],
    url: `${address.replace(/\/+$/, '')}${call.path}`,
    auth: { header, prefix: scheme === null ? '' : `${scheme} `, variable: snippets.keyVariable },
    body: call.body,
  }
}

function hasBlanks(value: Json): boolean {
  return /YOUR_[A-Z_]+/.test(JSON.stringify(value))
}
