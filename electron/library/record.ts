// The local index of everything this installation uploaded.
import { z } from 'zod'
import { accountIdSchema, cursorSchema, type AccountId, type Cursor } from '../../shared/ids.ts'
import { remoteAssetSchema, type RemoteAsset } from '../../shared/model/asset.ts'
import { mediaKindOf, type FileFacts, type MediaKind } from '../../shared/model/file-facts.ts'
import type { ProviderId } from '../../shared/providers/index.ts'
import { providerIdSchema } from '../../shared/providers/provider-id.ts'
import { fileIdentitySchema, type FileIdentity } from '../files/file-identity.ts'
import type { Database } from '../store/sqlite.ts'
import { searchExpression } from './search-expression.ts'

export type RecordEntry = {
  readonly accountId: AccountId
  readonly providerId: ProviderId
  readonly asset: RemoteAsset
  readonly facts: Pick<FileFacts, 'name' | 'sizeBytes' | 'mimeType'>
  /** null: the file was gone or changed before it could be read for its hash. */
  readonly sha256: string | null
  readonly sourcePath: string
  readonly sourceIdentity: FileIdentity
  readonly uploadedAtMs: number
}

export type RecordQuery = {
  readonly search: string
  readonly kind: MediaKind | null
  readonly accountId: AccountId | null
  readonly cursor: Cursor | null
  readonly limit: number
}

export type RecordIndex = {
  /** Writes in the caller's transaction; the same asset again replaces what was known of it. */
  readonly add: (entry: RecordEntry) => void
  /** Newest first. */
  readonly page: (query: RecordQuery) => { entries: readonly RecordEntry[]; nextCursor: Cursor | null }
  readonly find: (accountId: AccountId, primaryId: string) => RecordEntry | null
  /** Whether any account of the provider has it, those that were removed included. */
  readonly isKnown: (providerId: ProviderId, primaryId: string) => boolean
  readonly count: () => number
  /** Replaces what the provider said of the asset; nothing happens where it is not recorded. */
  readonly update: (accountId: AccountId, asset: RemoteAsset) => void
  /** Nothing happens where it is not recorded. */
  readonly remove: (accountId: AccountId, primaryId: string) => void
}

/** The column takes no null since its first version; no file has this hash. */
const UNKNOWN_HASH = ''

export function createRecord(database: Database): RecordIndex {
  const insert = database.prepare(
    `INSERT INTO assets (account_id, provider_id, primary_id, asset, kind, file_name, size_bytes, sha256, mime_type,
       source_path, source_identity, uploaded_at_ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (account_id, primary_id) DO UPDATE SET asset = excluded.asset, kind = excluded.kind, file_name = excluded.file_name,
       size_bytes = excluded.size_bytes, sha256 = excluded.sha256, mime_type = excluded.mime_type,
       source_path = excluded.source_path, source_identity = excluded.source_identity`,
  )
  const selectOne = database.prepare('SELECT * FROM assets WHERE account_id = ? AND primary_id = ?')
  const change = database.prepare(
    'UPDATE assets SET asset = ?, kind = ? WHERE account_id = ? AND primary_id = ?',
  )
  const erase = database.prepare('DELETE FROM assets WHERE account_id = ? AND primary_id = ?')
  const selectAny = database.prepare('SELECT 1 FROM assets WHERE primary_id = ? AND provider_id = ? LIMIT 1')
  const counted = database.prepare('SELECT count(*) AS count FROM assets')

  const findEntry = (accountId: AccountId, primaryId: string) => {
    const row: unknown = selectOne.get(accountId, primaryId)
    return row === undefined ? null : parseRow(row).entry
  }

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
      )
    },
    page: (query) => {
      const { where, values } = conditions(query)
      const select = database.prepare(`SELECT * FROM assets ${where} ORDER BY id DESC LIMIT ?`)
      const rows = (select.all(...values, query.limit + 1) as readonly unknown[]).map(parseRow)
      const shown = rows.slice(0, query.limit)
      const last = shown.at(-1)
      const hasMore = rows.length > query.limit && last !== undefined
      return {
        entries: shown.map(({ entry }) => entry),
        nextCursor: hasMore ? cursorSchema.parse(String(last.id)) : null,
      }
    },
    find: findEntry,
    isKnown: (providerId, primaryId) => selectAny.get(primaryId, providerId) !== undefined,
    count: () => z.object({ count: z.number() }).parse(counted.get()).count,
    update: (accountId, asset) => {
      const entry = findEntry(accountId, asset.primaryId)
      if (entry) change.run(JSON.stringify(asset), kindOf(asset, entry.facts), accountId, asset.primaryId)
    },
    remove: (accountId, primaryId) => {
      erase.run(accountId, primaryId)
    },
  }
}

function kindOf({ kind }: RemoteAsset, { mimeType }: RecordEntry['facts']): MediaKind {
  return kind === 'other' ? mediaKindOf(mimeType) : kind
}

function conditions({ search, kind, accountId, cursor }: RecordQuery) {
  const words = searchExpression(search)
  const parts: [string, string | null][] = [
    ['id < ?', cursor],
    ['account_id = ?', accountId],
    ['kind = ?', kind],
    ['id IN (SELECT rowid FROM asset_words WHERE asset_words MATCH ?)', words],
  ]
  const used = parts.filter((part): part is [string, string] => part[1] !== null)
  return {
    where: used.length > 0 ? `WHERE ${used.map(([sql]) => sql).join(' AND ')}` : '',
    values: used.map(([, value]) => value),
  }
}

const rowSchema = z.object({
  id: z.number(),
  account_id: accountIdSchema,
  provider_id: providerIdSchema,
  asset: z.string(),
  file_name: z.string(),
  size_bytes: z.number(),
  sha256: z.string(),
  mime_type: z.string().nullable(),
  source_path: z.string(),
  source_identity: z.string(),
  uploaded_at_ms: z.number(),
})

function parseRow(raw: unknown): { id: number; entry: RecordEntry } {
  const row = rowSchema.parse(raw)
  return {
    id: row.id,
    entry: {
      accountId: row.account_id,
      providerId: row.provider_id,
      asset: remoteAssetSchema.parse(JSON.parse(row.asset) as unknown),
      facts: { name: row.file_name, sizeBytes: row.size_bytes, mimeType: row.mime_type },
      sha256: row.sha256 === UNKNOWN_HASH ? null : row.sha256,
      sourcePath: row.source_path,
      sourceIdentity: fileIdentitySchema.parse(JSON.parse(row.source_identity) as unknown),
      uploadedAtMs: row.uploaded_at_ms,
    },
  }
}
