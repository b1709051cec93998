// What the queue is given to work with.
import type { AccountId, JobId } from '../../shared/ids.ts'
import type { RemoteAsset } from '../../shared/model/asset.ts'
import type { BufferPool } from '../http/buffer-pool.ts'
import type { Network } from '../platform.ts'
import type { Job } from './job.ts'
import type { Look } from './looks.ts'
import type { QueueStore } from './queue-store.ts'
import type { UploadVia } from './upload-file.ts'

/** What the queue needs to know of an account at the moment a job starts. */
export type AccountLane = {
  /** How many of its uploads may run now, those that do included; 0 while its provider wants a pause. */
  readonly parallelUploads: number
  readonly via: UploadVia
}

export type QueueOptions = {
  readonly store: QueueStore
  readonly pool: BufferPool
  readonly nowMs: () => number
  /** A clock that nobody sets, for all that waits. */
  readonly steadyMs: () => number
  /** From 0 to 1. */
  readonly random: () => number
  /** How many uploads of all accounts may run now. */
  readonly mostAtOnce: () => number
  /** null: the account is gone, disabled or without a key now; its jobs stay queued. */
  readonly laneOf: (accountId: AccountId) => AccountLane | null
  readonly look: Look
  /** Called inside the transaction that journals the job as done. `sha256`: null where the bytes were not read. */
  readonly recordAsset: (job: Job, asset: RemoteAsset, sha256: string | null) => void
  /** What one transaction journalled, in the order of the changes. */
  readonly onChanged: (jobs: readonly Job[]) => void
  readonly onRemoved: (id: JobId) => void
  readonly network: Network
  /** Asks the account's provider whether it takes the key; false also where that cannot tell. */
  readonly isKeyGood: (accountId: AccountId) => Promise<boolean>
  readonly onBlockChanged: (accountId: AccountId) => void
  readonly onWaitChanged: (accountId: AccountId) => void
  /** The journal refused a write: no upload starts until it takes one again. */
  readonly onUnwritable: (error: unknown) => void
  readonly onWritable: () => void
}
