// What the call handlers work with; wired together by the app.
import type { AccountView } from '../../shared/model/account.ts'
import type { JobView } from '../../shared/model/job.ts'
import type { MediaSubject } from '../../shared/model/media-subject.ts'
import type { Notice } from '../../shared/model/notice.ts'
import type { Account, Accounts } from '../accounts/accounts.ts'
import type { Connections } from '../accounts/connections.ts'
import type { EnvironmentKeys } from '../accounts/environment-keys.ts'
import type { AccountHealth } from '../accounts/health.ts'
import type { ContentHashes } from '../files/content-hashes.ts'
import type { Grants } from '../files/grants.ts'
import type { Annotations } from '../library/annotations.ts'
import type { KnownAssets } from '../library/known-assets.ts'
import type { Measures } from '../library/measures.ts'
import type { PreviewSource } from '../library/preview-source.ts'
import type { RecordIndex } from '../library/record.ts'
import type { SeenUrls } from '../library/seen-urls.ts'
import type { ThumbnailCache } from '../library/thumbnail-cache.ts'
import type { Platform } from '../platform.ts'
import type { Transfers } from '../library/transfer/transfers.ts'
import type { SettingsStore } from '../settings/settings.ts'
import type { Database } from '../store/sqlite.ts'
import type { Job } from '../uploads/job.ts'
import type { UploadQueue } from '../uploads/upload-queue.ts'
import type { EventBatcher } from './event-batcher.ts'

export type Services = {
  readonly platform: Platform
  readonly accounts: Accounts
  readonly connections: Connections
  readonly health: AccountHealth
  readonly environmentKeys: EnvironmentKeys
  readonly queue: UploadQueue
  readonly record: RecordIndex
  readonly seenUrls: SeenUrls
  readonly annotations: Annotations
  readonly previews: {
    readonly sourceOf: (subject: MediaSubject) => Promise<PreviewSource | null>
    /** null: there is no such job. */
    readonly thumbnailKeyOf: (subject: MediaSubject) => string | null
  }
  readonly thumbnails: ThumbnailCache
  readonly measures: Measures
  readonly settings: SettingsStore
  readonly grants: Grants
  readonly hashes: ContentHashes
  readonly knownAssets: KnownAssets
  readonly transfers: Transfers
  readonly database: Database
  readonly events: EventBatcher
  readonly notices: { readonly all: () => readonly Notice[] }
  /** False while the database was written by a newer Wharf. */
  readonly nowMs: () => number
  readonly isWritable: boolean
  readonly startSandbox: () => Promise<void>
  readonly toJobView: (job: Job) => JobView
  readonly toAccountView: (account: Account) => AccountView
}
