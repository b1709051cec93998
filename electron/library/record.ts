// The local index of everything this installation uploaded.
import { z } from 'zod'
import type { AccountId } from '../../shared/ids.ts'
import type { RemoteAsset } from '../../shared/model/asset.ts'
import { mediaKindOf, type MediaKind } from '../../shared/model/file-facts.ts'
import type { ProviderId } from '../../shared/providers/index.ts'
import { sortName } from '../../shared/sort-name.ts'
import type { Database } from '../store/sqlite.ts'
import type { RecordEntry } from './record-entry.ts'
import { createRecordPages, type RecordPage, type RecordQuery } from './record-page.ts'
import { parseRow, UNKNOWN_HASH } from './record-row.ts'

export type RecordIndex = {
  /** Writes in the caller's transaction; the same asset again replaces what was known of it. */
  readonly add: (entry: RecordEntry) => void
  /** Throws `input-invalid` for a cursor of another order. */
  readonly page: (query: RecordQuery) => RecordPage
  readonly find: (accountId: AccountId, primaryId: string) => RecordEntry | null
  /** Whether any account of the provider has it, those that were removed included. */
  readonly isKnown: (providerId: ProviderId, primaryId: string) => boolean
  readonly count: () => number
  /** Replaces what the provider said of the asset; nothing happens where it is not recorded. */
  readonly update: (accountId: AccountId, asset: RemoteAsset) => void
  /** Puts it in order under the name that the person gave it; null: under its file's. */
  readonly rename: (accountId: AccountId, primaryId: string, localName: string | null) => void
  /** Nothing happens where it is not recorded. */
  readonly remove: (accountId: AccountId, primaryId: string) => void
}

export function createRecord(database: Database): RecordIndex {
  const insert = database.prepare(
    `INSERT INTO assets (account_id, provider_id, primary_id, asset, kind, file_name, size_bytes, sha256, mime_type,
       source_path, source_identity, uploaded_at_ms, sort_name) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (account_id, primary_id) DO UPDATE SET asset = excluded.asset, kind = excluded.kind, file_name = excluded.file_name,
       size_bytes = excluded.size_bytes, sha256 = excluded.sha256, mime_type = excluded.mime_type,
       source_path = excluded.source_path, source_identity = excluded.source_identity, sort_name = excluded.sort_name`,
  )
  const selectOne = database.prepare('SELECT * FROM assets WHERE account_id = ? AND primary_id = ?')
  const change = database.prepare(
    'UPDATE assets SET asset = ?, kind = ? WHERE account_id = ? AND primary_id = ?',
  )
  const erase = database.prepare('DELETE FROM assets WHERE account_id = ? AND primary_id = ?')
  const selectAny = database.prepare('SELECT 1 FROM assets WHERE primary_id = ? AND provider_id = ? LIMIT 1')
  const selectNamed = database.prepare(
    'SELECT local_name AS name FROM annotations WHERE account_id = ? AND primary_id = ?',
  )
  const order = database.prepare('UPDATE assets SET sort_name = ? WHERE account_id = ? AND primary_id = ?')
  const counted = database.prepare('SELECT count(*) AS count FROM assets')

  const findEntry = (accountId: AccountId, primaryId: string) => {
    const row: unknown = selectOne.get(accountId, primaryId)
    return row === undefined ? null : parseRow(row)
  }
  if (!database.isReadOnly) nameUnnamed(database)

  return {
    add: (entry) => {
      const { asset, facts } = entry
      insert.run(
        entry.accountId,
        entry.providerId,
        asset.primaryId,
        JSON.stringify(asset),
        kindOf(asset, facts),
        facts.name,
        facts.sizeBytes,
        entry.sha256 ?? UNKNOWN_HASH,
        facts.mimeType,
        entry.sourcePath,
        JSON.stringify(entry.sourceIdentity),
        entry.uploadedAtMs,
        sortName(namedSchema.parse(selectNamed.get(entry.accountId, asset.primaryId)).name ?? facts.name),
      )
    },
    page: createRecordPages(database),
    find: findEntry,
    isKnown: (providerId, primaryId) => selectAny.get(primaryId, providerId) !== undefined,
    count: () => z.object({ count: z.number() }).parse(counted.get()).count,
    update: (accountId, asset) => {
      const entry = findEntry(accountId, asset.primaryId)
      if (entry) change.run(JSON.stringify(asset), kindOf(asset, entry.facts), accountId, asset.primaryId)
    },
    rename: (accountId, primaryId, localName) => {
      const entry = findEntry(accountId, primaryId)
      if (entry) order.run(sortName(localName ?? entry.facts.name), accountId, primaryId)
    },
    remove: (accountId, primaryId) => {
      erase.run(accountId, primaryId)
    },
  }
}

function kindOf({ kind }: RemoteAsset, { mimeType }: RecordEntry['facts']): MediaKind {
  return kind === 'other' ? mediaKindOf(mimeType) : kind
}

const namedSchema = z.object({ name: z.string().nullable() }).default({ name: null })

/** Entries of an older Wharf have no place yet in the order by name. */
function nameUnnamed(database: Database): void {
  const unnamed = database.prepare('SELECT id, file_name FROM assets WHERE sort_name IS NULL').all()
  if (unnamed.length === 0) return
  const name = database.prepare('UPDATE assets SET sort_name = ? WHERE id = ?')
  database.transaction(() => {
    for (const { id, file_name: fileName } of unnamedSchema.parse(unnamed)) name.run(sortName(fileName), id)
  })
}

const unnamedSchema = z.array(z.object({ id: z.number(), file_name: z.string() }))
