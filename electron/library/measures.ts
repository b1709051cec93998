// Remembers what decoding assets told of them, whether or not the record holds them.
import { z } from 'zod'
import type { AccountId } from '../../shared/ids.ts'
import type { LibraryItem } from '../../shared/model/asset.ts'
import { measureSchema, type Measure } from '../../shared/model/measure.ts'
import type { Database } from '../store/sqlite.ts'

export type Measures = {
  readonly find: (accountId: AccountId, primaryId: string) => Measure | null
  /** What is null stays as it was known. */
  readonly note: (accountId: AccountId, primaryId: string, measure: Measure) => void
}

const rowSchema = z.object({
  width: z.number().nullable(),
  height: z.number().nullable(),
  durationMs: z.number().nullable(),
})

export function createMeasures(database: Database): Measures {
  const select = database.prepare(
    'SELECT width, height, duration_ms AS durationMs FROM measures WHERE account_id = ? AND primary_id = ?',
  )
  const write = database.prepare(
    `INSERT INTO measures (account_id, primary_id, width, height, duration_ms) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET width = coalesce(excluded.width, width), height = coalesce(excluded.height, height),
       duration_ms = coalesce(excluded.duration_ms, duration_ms)`,
  )
  return {
    find: (accountId, primaryId) => {
      const row: unknown = select.get(accountId, primaryId)
      return row === undefined ? null : measureSchema.parse(rowSchema.parse(row))
    },
    note: (accountId, primaryId, { width, height, durationMs }) => {
      write.run(accountId, primaryId, width, height, durationMs)
    },
  }
}

/** What the provider says of an asset goes before what was measured here. */
export function withMeasure(item: LibraryItem, measures: Measures): LibraryItem {
  const { width, height, durationMs } = item
  if (width !== null && height !== null && durationMs !== null) return item
  const found = measures.find(item.accountId, item.primaryId)
  if (!found) return item
  const size = width === null || height === null ? { width: found.width, height: found.height } : {}
  return { ...item, ...size, durationMs: durationMs ?? found.durationMs }
}
