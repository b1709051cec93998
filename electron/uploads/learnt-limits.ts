// Remembers, for this run, which size an account's provider refused although nothing had announced it.
import type { Failure } from '../../shared/errors.ts'
import type { AccountId } from '../../shared/ids.ts'
import type { Job } from './job.ts'

export type LearntLimits = {
  /** The job's file was too large. */
  readonly learn: (job: Job, reason: Failure) => void
  /** Why the job need not be sent: a file no larger was refused. */
  readonly refusalOf: (job: Job) => Failure | null
  readonly forget: (accountId: AccountId) => void
}

export function createLearntLimits(): LearntLimits {
  const limits = new Map<AccountId, { readonly fromBytes: number; readonly reason: Failure }>()
  return {
    learn: ({ accountId, facts }, reason) => {
      const known = limits.get(accountId)
      if (!known || facts.sizeBytes < known.fromBytes)
        limits.set(accountId, {
          fromBytes: facts.sizeBytes,
          reason: { ...reason, delivery: 'not-sent' },
        })
    },
    refusalOf: ({ accountId, facts }) => {
      const limit = limits.get(accountId)
      return limit && facts.sizeBytes >= limit.fromBytes ? limit.reason : null
    },
    forget: (accountId) => {
      limits.delete(accountId)
    },
  }
}
