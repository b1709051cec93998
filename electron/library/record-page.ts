// Finds one page of the record by what a person looks for, without reading rows that are not on it.
import { z } from 'zod'
import type { Cursor } from '../../shared/ids.ts'
import type { LibrarySort } from '../../shared/model/library-filter.ts'
import type { Database, Statement } from '../store/sqlite.ts'
import type { RecordEntry } from './record-entry.ts'
import {
  afterCursor,
  cursorAfter,
  isOnlyMatched,
  matchOf,
  orderOf,
  type RecordFilter,
  type Sql,
  whereOf,
} from './record-query.ts'
import { parseRow } from './record-row.ts'
import { searchExpression } from './search-expression.ts'
import type { Mark } from './search-marks.ts'

export type RecordQuery = RecordFilter & {
  readonly search: string
  /** What a typed word may mean beside itself. */
  readonly marksOf: (word: string) => readonly Mark[]
  readonly sort: LibrarySort
  readonly cursor: Cursor | null
  readonly limit: number
  readonly nowMs: number
}

export type RecordPage = {
  readonly entries: readonly RecordEntry[]
  readonly nextCursor: Cursor | null
  /** How many match in all, told with the first page. */
  readonly total: number | null
}

/** All there is, newest first. */
export const WHOLE_RECORD: Omit<RecordQuery, 'limit'> = {
  search: '',
  marksOf: () => [],
  kind: null,
  accountId: null,
  containerId: null,
  sinceMs: null,
  state: null,
  tag: null,
  sort: { by: 'date', direction: 'descending' },
  cursor: null,
  nowMs: 0,
}

/** Up to here hits are fetched and put in order; beyond, the order's index is walked until a page is full. */
const FEW_HITS = 500

export function createRecordPages(database: Database): (query: RecordQuery) => RecordPage {
  const prepared = new Map<string, Statement>()
  const all = ({ text, values }: Sql) => {
    const statement = prepared.get(text) ?? database.prepare(text)
    prepared.set(text, statement)
    return statement.all(...values) as readonly unknown[]
  }
  const select = database.prepare('SELECT * FROM assets WHERE id = ?')

  const count = (from: string, where: Sql) =>
    countSchema.parse(
      all({ text: `SELECT count(*) AS count FROM ${from} ${where.text}`, values: where.values })[0],
    ).count
  const hitsOf = (expression: string) =>
    count('asset_search', { text: 'WHERE asset_search MATCH ?', values: [expression] })
  const isEverything = (hits: number) => hits > FEW_HITS && hits === count('assets', { text: '', values: [] })

  return ({ search, marksOf, sort, cursor, limit, nowMs, ...filter }) => {
    const asked = matchOf(searchExpression(search, marksOf), filter)
    const hits = asked === null ? null : hitsOf(asked)
    if (hits === 0) return { entries: [], nextCursor: null, total: 0 }
    // A first letter may be in every address: then there is nothing to leave out.
    const expression = hits === null || isEverything(hits) ? null : asked
    const { column, index } = orderOf(sort)
    const from = `assets ${hits !== null && hits <= FEW_HITS ? 'NOT INDEXED' : `INDEXED BY ${index}`}`
    const where = whereOf(filter, { expression, nowMs, after: afterCursor(sort, cursor) })
    const direction = sort.direction === 'ascending' ? 'ASC' : 'DESC'
    const found = placesSchema.parse(
      all({
        text: `SELECT id, ${column} AS place FROM ${from} ${where.text}
          ORDER BY ${column} ${direction}, id ${direction} LIMIT ?`,
        values: [...where.values, limit + 1],
      }),
    )
    const shown = found.slice(0, limit)
    const last = shown.at(-1)
    const total = () =>
      hits !== null && isOnlyMatched(filter)
        ? hits
        : count(from, whereOf(filter, { expression, nowMs, after: null }))
    return {
      entries: shown.map(({ id }) => parseRow(select.get(id))),
      nextCursor: found.length > limit && last ? cursorAfter(sort, last.place, last.id) : null,
      total: cursor === null ? total() : null,
    }
  }
}

const countSchema = z.object({ count: z.number() })
const placesSchema = z.array(z.object({ id: z.number(), place: z.union([z.string(), z.number()]) }))
