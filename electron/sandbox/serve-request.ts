// Takes one HTTP request from its arrival to its answer.
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { ProviderId } from '../../shared/providers/index.ts'
import { answer } from './apply-fault.ts'
import type { AssetStore } from './asset-store.ts'
import { bodyPaceOf } from './body-meter.ts'
import { createExchange } from './exchange.ts'
import type { Exchange } from './exchange.ts'
import type { Fault, FaultQueue } from './faults.ts'
import { refuseForeignRequest } from './foreign-request.ts'
import type { KeyCheck } from './key-check.ts'
import { keyDigest } from './key-digest.ts'
import type { LateListing, Lateness } from './late-listing.ts'
import type { LedgerBook } from './ledger.ts'
import { mediaReply } from './media.ts'
import type { ProviderImitation } from './provider-imitation.ts'
import type { Quirk } from './quirks.ts'
import { jsonReply } from './reply.ts'
import type { Reply } from './reply.ts'
import { sendReply } from './send-reply.ts'

export type ImitatedProvider = {
  readonly id: ProviderId
  readonly imitation: ProviderImitation
  readonly store: AssetStore
  readonly lateListing: LateListing
}

export type SandboxParts = {
  readonly providers: ReadonlyMap<string, ImitatedProvider>
  readonly ledger: LedgerBook
  readonly faults: FaultQueue
  readonly judgeKey: KeyCheck
  readonly now: () => number
  readonly port: () => number
}

type Target = { readonly path: string; readonly segments: readonly string[]; readonly query: URLSearchParams }

/** Never rejects: what cannot be answered any more has a client that went away. */
export async function serveRequest(
  parts: SandboxParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { ledger, faults } = parts
  const target = readTarget(request.url ?? '/')
  const provider = parts.providers.get(target.segments[0] ?? '') ?? null
  const apiKey = provider?.imitation.apiKeyOf(request.headers) ?? null
  const facts = {
    provider: provider?.id ?? null,
    method: request.method ?? 'GET',
    path: request.url ?? '/',
    keyDigest: apiKey === null ? null : keyDigest(apiKey),
  }
  const entry = ledger.open(facts, request.headers)
  const refusal = refuseForeignRequest(request.headers, parts.port())
  const fault = refusal === null ? faults.take({ ...facts, path: target.path }) : null
  const exchange = createExchange(request, response, entry, bodyPaceOf(fault))

  try {
    await answer(fault, exchange, provider?.imitation ?? null, async () => {
      const reply =
        refusal ??
        (await replyTo(parts, exchange, target, provider, apiKey, {
          quirk: quirkIn(fault),
          lateness: fault?.listedAfter ?? null,
        }))
      if (reply.committed !== null) {
        const { id, sha256, sizeBytes, fileName = null } = reply.committed
        entry.change({ committedAssetId: id, sha256, committedFile: { name: fileName, sizeBytes, sha256 } })
      }
      return reply
    })
  } catch {
    if (request.socket.destroyed) return
    if (response.headersSent) exchange.reset()
    else await sendReply(exchange, provider?.imitation.failure('internal') ?? jsonReply(500, {}))
  }
  // The rest of a body that was refused early must leave the socket, for the next request on it.
  request.unpipe()
  request.resume()
}

/** How a test wants one request treated, of all that is no fault of the connection. */
type Manner = { readonly quirk: Quirk | null; readonly lateness: Lateness | null }

async function replyTo(
  parts: SandboxParts,
  exchange: Exchange,
  target: Target,
  provider: ImitatedProvider | null,
  apiKey: string | null,
  { quirk, lateness }: Manner,
): Promise<Reply> {
  const { method = 'GET', headers } = exchange.request
  if (provider === null) {
    const [mount, providerId = '', assetId = ''] = target.segments
    const store = parts.providers.get(providerId)?.store
    if (mount !== 'media' || store === undefined || target.segments.length !== 3) {
      return jsonReply(404, { error: 'Nothing is served at this path.' })
    }
    return mediaReply(store, assetId, method, headers.range)
  }
  const { id, imitation, lateListing } = provider
  const nowMs = parts.now()
  const verdict = parts.judgeKey(apiKey, nowMs)
  if (verdict === 'refused') return imitation.failure('unauthorized')
  if (verdict === 'rate-limited') return imitation.failure('rate-limited')
  return imitation.handle({
    method,
    path: target.path.slice(id.length + 1),
    query: target.query,
    headers,
    openBody: exchange.openBody,
    store: lateListing.storeFor(provider.store, lateness, nowMs),
    nowMs,
    quirk,
    mediaUrl: (assetId) => `http://127.0.0.1:${parts.port()}/media/${id}/${assetId}`,
  })
}

function quirkIn(fault: Fault | null): Quirk | null {
  switch (fault?.kind) {
    case 'late-binding':
    case 'filed':
    case 'token-on-last-page':
    case 'size-limit':
      return fault
    default:
      return null
  }
}

/** Splits by hand: resolving dots or hosts, as URL does, would make one path look like another. */
function readTarget(url: string): Target {
  const [path = '', ...rest] = url.split('?')
  return { path, segments: path.split('/').slice(1), query: new URLSearchParams(rest.join('?')) }
}
