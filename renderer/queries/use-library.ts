// The library of the open view as one growing list.
import { type InfiniteData, keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { Failure } from '../../shared/errors.ts'
import type { Cursor } from '../../shared/ids.ts'
import type { LibraryPage } from '../../shared/model/library-page.ts'
import type { LibraryItem } from '../../shared/model/asset.ts'
import { CallFailed } from '../bridge/call-failed.ts'
import { INTERNAL_FAILURE } from '../bridge/internal-failure.ts'
import { createGrowingList } from './growing-list.ts'
import { libraryKey } from './library-key.ts'
import type { LibrarySource } from './library-source.ts'
import { loadPage } from './load-page.ts'

export type PageState = 'loading' | 'more' | 'end' | 'error'

export type Library = {
  readonly items: readonly LibraryItem[]
  /** Of the items, in their order. */
  readonly keys: readonly string[]
  /** How many there are with those that are not loaded; null where nobody knows. */
  readonly total: number | null
  readonly pageState: PageState
  /** True until there is anything to show, be it nothing. */
  readonly isFirstLoad: boolean
  readonly isRefreshing: boolean
  readonly hasMore: boolean
  /** Why the latest page is missing: the first, a later one, or a refresh of what is shown. */
  readonly problem: { readonly at: 'first' | 'later' | 'refresh'; readonly failure: Failure } | null
  readonly loadMore: () => void
  readonly retry: () => void
}

const NO_PAGES: readonly LibraryPage[] = []

function failureOf(error: unknown): Failure {
  return error instanceof CallFailed ? error.failure : INTERNAL_FAILURE
}

/** Another view's assets are never shown in this one, not even for a moment. */
function keepRecord(source: LibrarySource) {
  return (
    pages: InfiniteData<LibraryPage, Cursor | null> | undefined,
    before: { readonly queryKey: readonly unknown[] } | undefined,
  ) => {
    const last = before?.queryKey[1] as LibrarySource | undefined
    return last?.from === 'record' && last.accountId === source.accountId
      ? keepPreviousData(pages)
      : undefined
  }
}

export function useLibrary(source: LibrarySource): Library {
  const query = useInfiniteQuery<
    LibraryPage,
    Error,
    InfiniteData<LibraryPage>,
    readonly unknown[],
    Cursor | null
  >({
    queryKey: libraryKey(source),
    queryFn: ({ pageParam }) => loadPage(source, pageParam),
    initialPageParam: null,
    // A provider that gives a cursor again would be asked for the same page for ever.
    getNextPageParam: (page, _, __, cursors) =>
      page.nextCursor !== null && cursors.includes(page.nextCursor) ? null : page.nextCursor,
    // Typing in the search box refines what is shown instead of blanking it.
    ...(source.from === 'record' ? { placeholderData: keepRecord(source) } : {}),
  })
  const [listOf] = useState(createGrowingList)
  const pages = query.data?.pages ?? NO_PAGES
  const { items, keys } = useMemo(() => listOf(pages), [listOf, pages])
  const { hasNextPage, isFetching, fetchNextPage, refetch } = query

  const at = query.isLoadingError ? 'first' : query.isFetchNextPageError ? 'later' : 'refresh'
  const pageState: PageState = isFetching
    ? 'loading'
    : query.isError && at !== 'refresh'
      ? 'error'
      : hasNextPage
        ? 'more'
        : 'end'
  return {
    items,
    keys,
    total: pages[0]?.total ?? null,
    pageState,
    isFirstLoad: query.isPending,
    isRefreshing: query.isRefetching,
    hasMore: hasNextPage,
    problem: query.isError && !isFetching ? { at, failure: failureOf(query.error) } : null,
    loadMore: () => {
      if (hasNextPage && !isFetching) void fetchNextPage()
    },
    retry: () => void (at === 'later' ? fetchNextPage() : refetch()),
  }
}
