// What one provider's imitation offers to the sandbox server.
import type { IncomingHttpHeaders } from 'node:http'
import type { Readable } from 'node:stream'
import type { AssetStore } from './asset-store.ts'
import type { Quirk } from './quirks.ts'
import type { JsonValue, Reply } from './reply.ts'

/** Failures that every provider knows and each words in its own shape; the 403s are two, `forbidden` or `over-quota`. */
export type FailureKind =
  'unauthorized' | 'forbidden' | 'over-quota' | 'rate-limited' | 'not-found' | 'internal'

/** One authorised request, with the path below the provider's own prefix. */
export type Call = {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: IncomingHttpHeaders
  /** The body as it comes in; reads nothing until called. Fails when the client goes away. */
  readonly openBody: () => Readable
  readonly store: AssetStore
  readonly nowMs: number
  /** How a test wants this answer, of all that the provider's pages allow. */
  readonly quirk: Quirk | null
  /** Where the bytes of an asset can be fetched without a key. */
  readonly mediaUrl: (assetId: string) => string
}

export type ProviderImitation = {
  /** The key as this provider's header carries it; null if the request has none. */
  readonly apiKeyOf: (headers: IncomingHttpHeaders) => string | null
  /** Answers one request; rejects only for disk errors or a client that went away. */
  readonly handle: (call: Call) => Promise<Reply>
  readonly failure: (kind: FailureKind) => Reply
  /** The same success answer, robbed of everything that could serve as an ID. */
  readonly withoutId: (value: JsonValue) => JsonValue
}
