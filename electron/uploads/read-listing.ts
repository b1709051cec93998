// Reads an account's assets from the newest back to a moment, noting whether anything may be missing.
import type { Cursor } from '../../shared/ids.ts'
import type { RemoteAsset } from '../../shared/model/asset.ts'
import type { CallContext, Provider } from '../providers/provider.ts'

const MOST_PAGES = 10
const DEFAULT_PAGE_SIZE = 60

export type Listing = {
  readonly assets: readonly RemoteAsset[]
  /** Every asset that was made since then, as far as the provider's list knows, is among them. */
  readonly isComplete: boolean
  /** How far the provider's clock is ahead of ours; null where its answers do not tell the time. */
  readonly clockAheadMs: number | null
}

export type Asked = {
  readonly containerId: string | null
  /** By our clock. */
  readonly sinceMs: number
}

/** Makes one request of a page after the other through `call`. Throws the provider's failure. */
export async function readListing(
  { adapter, manifest }: Provider,
  call: (use: (context: CallContext) => Promise<PageRead>) => Promise<PageRead>,
  { containerId, sinceMs }: Asked,
): Promise<Listing> {
  const list = adapter.listPage?.bind(adapter)
  const assets: RemoteAsset[] = []
  let clockAheadMs: number | null = null
  let cursor: Cursor | null = null
  for (let pages = 0; list && pages < MOST_PAGES; pages += 1) {
    const request = { cursor, kind: null, containerId, limit: manifest.limits.pageSize ?? DEFAULT_PAGE_SIZE }
    const read = await call((context) => readPage(list, request, context))
    assets.push(...read.page.assets)
    clockAheadMs ??= read.clockAheadMs
    cursor = read.page.nextCursor
    if (cursor === null || reachesBack(assets, sinceMs + (clockAheadMs ?? 0)))
      return { assets, isComplete: true, clockAheadMs }
  }
  return { assets, isComplete: false, clockAheadMs }
}

type List = NonNullable<Provider['adapter']['listPage']>
export type PageRead = { readonly page: Awaited<ReturnType<List>>; readonly clockAheadMs: number | null }

async function readPage(list: List, request: Parameters<List>[1], context: CallContext): Promise<PageRead> {
  let clockAheadMs: number | null = null
  const page = await list(
    {
      ...context,
      send: async (sent) => {
        const answer = await context.send(sent)
        const dateMs = Date.parse(answer.headers['date'] ?? '')
        if (!Number.isNaN(dateMs)) clockAheadMs = dateMs - context.nowMs()
        return answer
      },
    },
    request,
  )
  return { page, clockAheadMs }
}

/** Only of a list that has shown to go from new to old can the rest be left unread. */
function reachesBack(assets: readonly RemoteAsset[], sinceMs: number): boolean {
  let newestMs = Infinity
  for (const { createdAtMs } of assets) {
    if (createdAtMs === null || createdAtMs > newestMs) return false
    newestMs = createdAtMs
  }
  return newestMs < sinceMs
}
