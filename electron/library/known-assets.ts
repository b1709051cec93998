// Looks in the record for content that an account has already.
import { z } from 'zod'
import type { AccountId } from '../../shared/ids.ts'
import { remoteAssetSchema } from '../../shared/model/asset.ts'
import type { FileIdentity } from '../files/file-identity.ts'
import type { Database } from '../store/sqlite.ts'

export type KnownAsset = {
  readonly primaryId: string
  readonly fileName: string
  readonly uploadedAtMs: number
  readonly sha256: string
}

/** Newest first; assets that failed at the provider, or that it no longer keeps, are none. */
export type KnownAssets = {
  /** Whether to hash a file of this size is worth it. */
  readonly hasSize: (accountId: AccountId, sizeBytes: number) => boolean
  readonly withHash: (accountId: AccountId, sha256: string) => KnownAsset | null
  /** Uploaded from this very file as it is now: nothing has to be read. */
  readonly fromFile: (accountId: AccountId, identity: FileIdentity) => KnownAsset | null
}

export function createKnownAssets(database: Database, nowMs: () => number): KnownAssets {
  const select = (condition: string) =>
    database.prepare(
      `SELECT primary_id, file_name, uploaded_at_ms, sha256, asset FROM assets
       WHERE account_id = ? AND ${condition} ORDER BY id DESC`,
    )
  const sized = database.prepare('SELECT 1 FROM assets WHERE account_id = ? AND size_bytes = ? LIMIT 1')
  const byHash = select('sha256 = ?')
  const byFile = select('size_bytes = ? AND source_identity = ?')

  const firstUsable = (rows: readonly unknown[]): KnownAsset | null => {
    for (const raw of rows) {
      const row = rowSchema.parse(raw)
      const { readiness, expiresAtMs } = remoteAssetSchema.parse(JSON.parse(row.asset) as unknown)
      if (readiness === 'failed' || (expiresAtMs !== null && expiresAtMs <= nowMs())) continue
      const { primary_id: primaryId, file_name: fileName, uploaded_at_ms: uploadedAtMs, sha256 } = row
      return { primaryId, fileName, uploadedAtMs, sha256 }
    }
    return null
  }
  return {
    hasSize: (accountId, sizeBytes) => sized.get(accountId, sizeBytes) !== undefined,
    withHash: (accountId, sha256) => firstUsable(byHash.all(accountId, sha256)),
    fromFile: (accountId, identity) =>
      identity.changedAtNs === null
        ? null
        : firstUsable(byFile.all(accountId, Number(identity.sizeBytes), JSON.stringify(identity))),
  }
}

const rowSchema = z.object({
  primary_id: z.string(),
  file_name: z.string(),
  uploaded_at_ms: z.number(),
  sha256: z.string(),
  asset: z.string(),
})
