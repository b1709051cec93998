// Wires the look for lost uploads to the accounts, the queue or the record.
import { failure, WharfError } from '../../shared/errors.ts'
import type { ProviderId } from '../../shared/providers/index.ts'
import type { AccountId } from '../../shared/ids.ts'
import type { Account } from '../accounts/accounts.ts'
import type { Connections } from '../accounts/connections.ts'
import { hashFile } from '../files/hash-file.ts'
import type { RecordIndex } from '../library/record.ts'
import { providerOf } from '../providers/registry.ts'
import type { Job } from '../uploads/job.ts'
import { createUploadLook } from '../uploads/look-for-upload.ts'
import type { Look } from '../uploads/looks.ts'

type Options = {
  readonly nowMs: () => number
  /** null: as usual. */
  readonly looksAtMs: readonly number[] | null
  /** null: the account is gone, disabled or without a key now. */
  readonly usableAccount: (accountId: AccountId) => Account | null
  readonly providerIdOf: (accountId: AccountId) => ProviderId | null
  readonly connections: Connections
  readonly jobs: () => readonly Job[]
  readonly record: RecordIndex
}

export function createLook(options: Options): Look {
  const { nowMs, looksAtMs, usableAccount, providerIdOf, connections, jobs, record } = options

  /** Two accounts may be two keys of one: whatever another of the same provider has is another file's too. */
  const others = (job: Job) => {
    const providerId = providerIdOf(job.accountId)
    return jobs().filter(({ id, accountId }) => id !== job.id && providerIdOf(accountId) === providerId)
  }
  return createUploadLook({
    nowMs,
    ...(looksAtMs && { looksAtMs }),
    reachOf: (accountId) => {
      const account = usableAccount(accountId)
      return (
        account && {
          provider: providerOf(account.providerId),
          // The account as it is by then: a new key must not go to the old server.
          call: async (signal, use) => {
            const current = usableAccount(accountId)
            if (!current) throw new WharfError(failure('key-missing', 'not-sent'))
            return connections.call(current, 'background', signal, use)
          },
        }
      )
    },
    isAccessAsSent: ({ accountId, startedAtMs }) => {
      const account = usableAccount(accountId)
      if (!account || startedAtMs === null) return false
      return account.accessSinceMs === null || account.accessSinceMs < startedAtMs
    },
    ownershipFor: (job) => {
      const providerId = providerIdOf(job.accountId)
      // An asset that was taken out of the record still is the one of its job.
      const ofOthers = new Set(others(job).map(({ assetId }) => assetId))
      return ({ primaryId }) =>
        ofOthers.has(primaryId) || (providerId !== null && record.isKnown(providerId, primaryId))
    },
    rivalsOf: (job) => others(job).filter(mayOwnMore),
    // What was read before says nothing of bytes that may have changed while they were sent.
    hashOf: ({ path, identity }, signal) => hashFile(path, identity, signal),
  })
}

/** An asset may have come of the job that nobody knows to be its. */
function mayOwnMore({ status, assetId }: Job): boolean {
  return (
    status === 'uploading' ||
    status === 'checking' ||
    status === 'unconfirmed' ||
    (status === 'done' && assetId === null)
  )
}
