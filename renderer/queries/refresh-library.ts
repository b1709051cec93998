// Brings library views up to date: quietly after an upload, or anew when the person asks.
import type { InfiniteData, Query, QueryClient } from '@tanstack/react-query'
import type { AccountId, Cursor } from '../../shared/ids.ts'
import type { LibraryPage } from '../../shared/model/library-page.ts'
import { LIBRARY_ROOT, libraryKey } from './library-key.ts'
import type { LibrarySource } from './library-source.ts'
import { loadPage } from './load-page.ts'
import { mergeFirstPage } from './merge-pages.ts'

type Pages = InfiniteData<LibraryPage, Cursor | null>

const sourceOf = (query: Query) => query.queryKey[1] as LibrarySource

function concerns(source: LibrarySource, accountId: AccountId): boolean {
  return source.accountId === null || source.accountId === accountId
}

async function mergeInto(client: QueryClient, query: Query): Promise<void> {
  const source = sourceOf(query)
  const fresh = await loadPage(source, null)
  const data = query.state.data as Pages | undefined
  const pages = data && mergeFirstPage(data.pages, fresh)
  if (data && pages) client.setQueryData<Pages>(query.queryKey, { ...data, pages: [...pages] })
  else await client.invalidateQueries({ queryKey: query.queryKey, exact: true })
}

/** Works new assets of the account into every view that shows it; views out of sight are only marked stale. */
export async function mergeNewAssets(client: QueryClient, accountId: AccountId): Promise<void> {
  const queries = client
    .getQueryCache()
    .findAll({ queryKey: [LIBRARY_ROOT] })
    .filter((query) => concerns(sourceOf(query), accountId))
  await Promise.allSettled(
    queries.map(async (query) => {
      if (!query.isActive() || query.state.data === undefined)
        return client.invalidateQueries({ queryKey: query.queryKey, exact: true })
      // A page under way would overwrite what is merged meanwhile.
      if (query.state.fetchStatus === 'fetching') await query.promise
      return mergeInto(client, query)
    }),
  )
}

/** Starts the view over from its first page, showing the old one until the new one is there. */
export async function reloadLibrary(client: QueryClient, source: LibrarySource): Promise<void> {
  const queryKey = libraryKey(source)
  client.setQueryData<Pages>(
    queryKey,
    (data) => data && { pages: data.pages.slice(0, 1), pageParams: data.pageParams.slice(0, 1) },
  )
  await client.invalidateQueries({ queryKey, exact: true })
}
