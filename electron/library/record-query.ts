// Writes the SQL that finds a page of the record: which rows match, in which order, after which one.
import { z } from 'zod'
import { failure, WharfError } from '../../shared/errors.ts'
import { cursorSchema, type AccountId, type Cursor } from '../../shared/ids.ts'
import { EXPIRES_SOON_MS } from '../../shared/model/expiry.ts'
import type { MediaKind } from '../../shared/model/file-facts.ts'
import type { AssetState, LibrarySort } from '../../shared/model/library-filter.ts'
import { accountMark, kindMark, tagMark, type Mark } from './search-marks.ts'

export type RecordFilter = {
  readonly kind: MediaKind | null
  readonly accountId: AccountId | null
  readonly containerId: string | null
  /** Uploaded at this time or later. */
  readonly sinceMs: number | null
  readonly state: AssetState | null
  readonly tag: string | null
}

export type Sql = { readonly text: string; readonly values: readonly (string | number)[] }

const ORDERS = {
  date: { column: 'uploaded_at_ms', index: 'assets_by_date' },
  name: { column: 'sort_name', index: 'assets_by_name' },
  size: { column: 'size_bytes', index: 'assets_by_weight' },
} as const satisfies Record<LibrarySort['by'], { column: string; index: string }>

/** The whole of an order's index can be read in the time of a few thousand rows. */
export function orderOf({ by }: LibrarySort): (typeof ORDERS)[LibrarySort['by']] {
  return ORDERS[by]
}

const both = (parts: readonly Sql[]): Sql => ({
  text: parts.length > 0 ? `WHERE ${parts.map(({ text }) => text).join(' AND ')}` : '',
  values: parts.flatMap(({ values }) => values),
})

/** `expression` is what the search index is asked beside; null: nothing. */
export function whereOf(
  { kind, accountId, containerId, sinceMs, state }: RecordFilter,
  { expression, nowMs, after }: { expression: string | null; nowMs: number; after: Sql | null },
): Sql {
  const parts: readonly (Sql | null)[] = [
    after,
    sinceMs === null ? null : { text: 'uploaded_at_ms >= ?', values: [sinceMs] },
    accountId === null ? null : { text: 'account_id = ?', values: [accountId] },
    kind === null ? null : { text: 'kind = ?', values: [kind] },
    containerId === null ? null : { text: 'container_id = ?', values: [containerId] },
    state === null ? null : stateSql(state, nowMs),
    expression === null
      ? null
      : { text: 'id IN (SELECT rowid FROM asset_search WHERE asset_search MATCH ?)', values: [expression] },
  ]
  return both(parts.filter((part) => part !== null))
}

/** What the search index is asked; null: it is not needed. */
export function matchOf(words: string | null, { tag, kind, accountId }: RecordFilter): string | null {
  if (words === null && tag === null) return null
  const marks = [
    tag === null ? null : tagMark(tag),
    kind === null ? null : kindMark(kind),
    accountId === null ? null : accountMark(accountId),
  ].filter((mark) => mark !== null)
  return [...(words === null ? [] : [words]), ...marks.map(markSql)].join(' AND ')
}

/** Whether the search index alone can tell which rows match. */
export function isOnlyMatched({ sinceMs, state, containerId }: RecordFilter): boolean {
  return sinceMs === null && state === null && containerId === null
}

const markSql = (mark: Mark) => `marks : "${mark}"`

function stateSql(state: AssetState, nowMs: number): Sql {
  if (state === 'expiring') return { text: 'expires_at_ms <= ?', values: [nowMs + EXPIRES_SOON_MS] }
  // A provider that says nothing of a state has the asset ready at once.
  if (state === 'ready') return { text: "ifnull(readiness, 'ready') = 'ready'", values: [] }
  return { text: 'readiness = ?', values: [state] }
}

/** Where a page ended: the place of its last row in the order, and the row itself among equals. */
const placeSchema = z.tuple([z.enum(['date', 'name', 'size']), z.union([z.string(), z.number()]), z.number()])

export function cursorAfter({ by }: LibrarySort, place: string | number, id: number): Cursor {
  return cursorSchema.parse(JSON.stringify([by, place, id]))
}

/** Throws `input-invalid` for a cursor of another order. */
export function afterCursor({ by, direction }: LibrarySort, cursor: Cursor | null): Sql | null {
  if (cursor === null) return null
  const place = placeSchema.safeParse(parsed(cursor))
  if (!place.success || place.data[0] !== by) throw new WharfError(failure('input-invalid', 'not-sent'))
  const sign = direction === 'ascending' ? '>' : '<'
  return { text: `(${ORDERS[by].column}, id) ${sign} (?, ?)`, values: [place.data[1], place.data[2]] }
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}
