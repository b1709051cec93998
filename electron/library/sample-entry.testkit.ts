// Makes record entries for tests: a picture of one account, unless told otherwise.
import { accountIdSchema } from '../../shared/ids.ts'
import { sampleAsset } from '../../shared/model/sample-asset.testkit.ts'
import type { RecordEntry } from './record-entry.ts'

export const ACCOUNT = accountIdSchema.parse('account-1')

export function sampleEntry(primaryId: string, name: string, change: Partial<RecordEntry> = {}): RecordEntry {
  return {
    accountId: ACCOUNT,
    providerId: 'konpro',
    asset: sampleAsset(primaryId),
    facts: { name, sizeBytes: 1000, mimeType: 'image/png' },
    sha256: 'ab'.repeat(32),
    sourcePath: `/somewhere/${name}`,
    sourceIdentity: { device: '1', inode: '2', sizeBytes: '1000', modifiedAtNs: '5', changedAtNs: null },
    uploadedAtMs: 1_700_000_000_000,
    ...change,
  }
}
