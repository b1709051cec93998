// What the call handlers work with; wired together by the app.
import type { AccountView } from '../../shared/model/account.ts'
import type { JobView } from '../../shared/model/job.ts'
import type { Notice } from '../../shared/model/notice.ts'
import type { Account, Accounts } from '../accounts/accounts.ts'
import type { Connections } from '../accounts/connections.ts'
import type { EnvironmentKeys } from '../accounts/environment-keys.ts'
import type { AccountHealth } from '../accounts/health.ts'
import type { ContentHashes } from '../files/content-hashes.ts'
import type { Grants } from '../files/grants.ts'
import type { KnownAssets } from '../library/known-assets.ts'
import type { RecordIndex } from '../library/record.ts'
import type { SeenUrls } from '../library/seen-urls.ts'
import type { Platform } from '../platform.ts'
import type { SettingsStore } from '../settings/settings.ts'
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
  readonly settings: SettingsStore
  readonly grants: Grants
  readonly hashes: ContentHashes
  readonly knownAssets: KnownAssets
  readonly events: EventBatcher
  readonly notices: { readonly all: () => readonly Notice[] }
  /** False while the database was written by a newer Wharf. */
  readonly isWritable: boolean
  readonly startSandbox: () => Promise<void>
  readonly toJobView: (job: Job) => JobView
  readonly toAccountView: (account: Account) => AccountView
}
