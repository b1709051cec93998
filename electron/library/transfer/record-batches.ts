// Gives out what of the record is to travel, some entries at a time.
import { z } from 'zod'
import type { AccountId, Cursor } from '../../../shared/ids.ts'
import { accountIdSchema } from '../../../shared/ids.ts'
import type { LibraryPage } from '../../../shared/model/library-page.ts'
import type { LibraryItem } from '../../../shared/model/asset.ts'
import { providerIdSchema } from '../../../shared/providers/provider-id.ts'
import type { ProviderId } from '../../../shared/providers/index.ts'
import type { Database } from '../../store/sqlite.ts'
import type { Annotations } from '../annotations.ts'
import { parseRow } from '../record-row.ts'
import type { RecordIndex } from '../record.ts'
import type { CarriedEntry } from './carried-entry.ts'
import { carryEntry, carryItem, withoutPrivate } from './carry-entry.ts'

export type Batches = Iterable<readonly CarriedEntry[]> | AsyncIterable<readonly CarriedEntry[]>

/** Enough to be quick, few enough not to be felt. */
const BATCH = 200

type Known = { readonly record: RecordIndex; readonly annotations: Annotations }

/** All of it, in the order in which it was uploaded. */
export function* wholeRecord(
  database: Database,
  annotations: Annotations,
): Generator<readonly CarriedEntry[], void> {
  const select = database.prepare('SELECT * FROM assets WHERE id > ? ORDER BY id LIMIT ?')
  for (let lastId = 0; ;) {
    const rows = rowsSchema.parse(select.all(lastId, BATCH))
    const last = rows.at(-1)
    if (last === undefined) return
    lastId = last.id
    yield rows.map((row) => {
      const entry = parseRow(row)
      return withoutPrivate(carryEntry(entry, annotations.find(entry.accountId, entry.asset.primaryId)))
    })
  }
}

/** What is not in the record travels with what its provider told the page. */
export function* theseItems(
  items: readonly LibraryItem[],
  known: Known,
): Generator<readonly CarriedEntry[], void> {
  for (let from = 0; from < items.length; from += BATCH)
    yield items.slice(from, from + BATCH).map((item) => carried(item, known))
}

/** Page by page, as the library shows it. */
export async function* everyPage(
  readPage: (cursor: Cursor | null) => LibraryPage | Promise<LibraryPage>,
  known: Known,
): AsyncGenerator<readonly CarriedEntry[], void> {
  let cursor: Cursor | null = null
  do {
    const page: LibraryPage = await readPage(cursor)
    yield page.items.map((item) => carried(item, known))
    cursor = page.nextCursor
  } while (cursor !== null)
}

/** The accounts that the record has anything of, those that were removed included. */
export function recordedAccounts(database: Database): ReadonlyMap<AccountId, ProviderId> {
  const rows = database
    .prepare('SELECT DISTINCT account_id AS id, provider_id AS providerId FROM assets')
    .all()
  return new Map(accountsSchema.parse(rows).map(({ id, providerId }) => [id, providerId]))
}

function carried(item: LibraryItem, { record, annotations }: Known): CarriedEntry {
  const { accountId, primaryId } = item
  const entry = record.find(accountId, primaryId)
  const noted = annotations.find(accountId, primaryId)
  return withoutPrivate(entry ? carryEntry(entry, noted) : carryItem(item, noted))
}

const rowsSchema = z.array(z.looseObject({ id: z.number() }))
const accountsSchema = z.array(z.object({ id: accountIdSchema, providerId: providerIdSchema }))
