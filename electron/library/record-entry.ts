// What the record keeps of one upload.
import type { AccountId } from '../../shared/ids.ts'
import type { RemoteAsset } from '../../shared/model/asset.ts'
import type { FileFacts } from '../../shared/model/file-facts.ts'
import type { ProviderId } from '../../shared/providers/index.ts'
import type { FileIdentity } from '../files/file-identity.ts'

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
