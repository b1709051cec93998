// One page of an account's library: from the provider where it can list what is asked for, else from the record.
import type { AccountId, Cursor } from '../../shared/ids.ts'
import type { LibraryPage } from '../../shared/model/library-page.ts'
import type { MediaKind } from '../../shared/model/file-facts.ts'
import type { ProviderId } from '../../shared/providers/index.ts'
import type { Provider, ProviderCall } from '../providers/provider.ts'
import { toLibraryItem } from './library-item.ts'
import { type RecordQuery, WHOLE_RECORD } from './record-page.ts'
import type { RecordIndex } from './record.ts'
import type { SeenUrls } from './seen-urls.ts'

const DEFAULT_PAGE_SIZE = 60

export type PageRequest = {
  readonly accountId: AccountId
  /** null: the whole account, or no container chosen yet. */
  readonly containerId: string | null
  readonly kind: MediaKind | null
  readonly cursor: Cursor | null
}

export type Source = {
  readonly provider: Provider
  /** Runs the call behind the account's gate, with its key. */
  readonly call: <T>(use: ProviderCall<T>) => Promise<T>
}

export type Known = { readonly record: RecordIndex; readonly seenUrls: SeenUrls }

/** Throws the provider's failure; a page is never partly made up. */
export async function listAssets(
  { accountId, containerId, kind, cursor }: PageRequest,
  { provider, call }: Source,
  { record, seenUrls }: Known,
): Promise<LibraryPage> {
  const { adapter, manifest } = provider
  const limit = manifest.limits.pageSize ?? DEFAULT_PAGE_SIZE
  const isUnlisted = manifest.capabilities.list?.scope === 'container' && containerId === null
  if (!adapter.listPage || isUnlisted)
    return recordPage({ ...WHOLE_RECORD, kind, accountId, cursor, limit }, { record, seenUrls })
  const list = adapter.listPage.bind(adapter)
  const page = await call((_, context) => list(context, { cursor, kind, containerId, limit }))
  page.assets.forEach(({ primaryId, url }) => {
    seenUrls.remember(accountId, primaryId, url)
  })
  const providerId = manifest.id as ProviderId
  const items = page.assets
    .map((asset) =>
      toLibraryItem({
        accountId,
        providerId,
        asset,
        from: 'provider',
        entry: record.find(accountId, asset.primaryId),
      }),
    )
    // A provider that cannot filter sends every kind.
    .filter((item) => kind === null || item.kind === kind)
  return { items, nextCursor: page.nextCursor, total: null }
}

/** One page of the record, as library items; what its provider listed as well in this run says so. */
export function recordPage(query: RecordQuery, { record, seenUrls }: Known): LibraryPage {
  const { entries, nextCursor, total } = record.page(query)
  const items = entries.map((entry) =>
    toLibraryItem({
      accountId: entry.accountId,
      providerId: entry.providerId,
      asset: entry.asset,
      from: seenUrls.has(entry.accountId, entry.asset.primaryId) ? 'provider' : 'record',
      entry,
    }),
  )
  return { items, nextCursor, total }
}
