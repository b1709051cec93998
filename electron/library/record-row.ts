// Reads the rows of the record back into entries.
import { z } from 'zod'
import { accountIdSchema } from '../../shared/ids.ts'
import { remoteAssetSchema } from '../../shared/model/asset.ts'
import { providerIdSchema } from '../../shared/providers/provider-id.ts'
import { fileIdentitySchema } from '../files/file-identity.ts'
import type { RecordEntry } from './record-entry.ts'

/** The column takes no null since its first version; no file has this hash. */
export const UNKNOWN_HASH = ''

const rowSchema = z.object({
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

export function parseRow(raw: unknown): RecordEntry {
  const row = rowSchema.parse(raw)
  return {
    accountId: row.account_id,
    providerId: row.provider_id,
    asset: remoteAssetSchema.parse(JSON.parse(row.asset) as unknown),
    facts: { name: row.file_name, sizeBytes: row.size_bytes, mimeType: row.mime_type },
    sha256: row.sha256 === UNKNOWN_HASH ? null : row.sha256,
    sourcePath: row.source_path,
    sourceIdentity: fileIdentitySchema.parse(JSON.parse(row.source_identity) as unknown),
    uploadedAtMs: row.uploaded_at_ms,
  }
}
