// Imitates the toy from the other side, without a line of its adapter.
import { randomUUID } from 'node:crypto'
import type { StoredAsset } from '../../sandbox/asset-index.ts'
import { pageTokenAfter, readPageToken } from '../../sandbox/page-token.ts'
import type { Call, FailureKind, ProviderImitation } from '../../sandbox/provider-imitation.ts'
import { jsonReply, type Reply } from '../../sandbox/reply.ts'

const REFUSALS: Readonly<Record<FailureKind, readonly [status: number, broken: string]>> = {
  unauthorized: [401, 'key'],
  forbidden: [403, 'permission'],
  'over-quota': [403, 'quota'],
  'rate-limited': [429, 'patience'],
  'not-found': [404, 'reference'],
  internal: [500, 'toy'],
}

export const toyImitation: ProviderImitation = {
  apiKeyOf: (headers) => String(headers['x-toy-key'] ?? '') || null,
  handle: async (call) => {
    const ref = decodeURIComponent(/^\/toys\/([^/]+)$/.exec(call.path)?.[1] ?? '')
    if (call.method === 'POST' && call.path === '/toys') return upload(call)
    if (call.method === 'GET' && call.path === '/toys') return list(call)
    const found = call.store.find(ref)
    if (call.method === 'GET' && found) return jsonReply(200, describe(found))
    if (call.method === 'DELETE' && (await call.store.remove(ref))) return jsonReply(200, { gone: ref })
    return failure('not-found')
  },
  failure,
  withoutId: (value) => ({ ...(value as object), ref: null }),
}

async function upload({ store, openBody, headers, nowMs }: Call): Promise<Reply> {
  const asset = await store.commit(await store.receive(openBody()), {
    id: randomUUID(),
    contentType: headers['content-type'] ?? '',
    width: null,
    height: null,
    containerId: null,
    createdAtMs: nowMs,
    extra: {},
  })
  return { ...jsonReply(200, describe(asset)), committed: asset }
}

function list({ store, query }: Call): Reply {
  const after = query.get('after')
  const beforeSeq = after === null ? null : readPageToken(after)
  const { assets, hasMore } = store.newestFirst({
    beforeSeq,
    limit: Number(query.get('most')),
    matches: () => true,
  })
  const last = assets.at(-1)
  return jsonReply(200, {
    toys: assets.map(describe),
    next: hasMore && last ? pageTokenAfter(last.seq) : null,
  })
}

function describe({ id, contentType, sizeBytes }: StoredAsset) {
  return { ref: id, type: contentType, bytes: sizeBytes }
}

function failure(kind: FailureKind): Reply {
  const [status, broken] = REFUSALS[kind]
  return jsonReply(status, { broken, says: `The ${broken} is broken` })
}
