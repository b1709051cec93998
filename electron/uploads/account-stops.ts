// What keeps an account's jobs from starting beyond their own state: what its provider, the network or a person has to end.
import type { Failure } from '../../shared/errors.ts'
import type { AccountId } from '../../shared/ids.ts'
import { asksForPause } from './retry-policy.ts'

export type Pace = {
  /** False: the failure says nothing about the file, so no attempt of it is used up. */
  readonly isCounted: boolean
  readonly leastDelayMs: number
}

export type AccountStops = {
  readonly blockedBy: (accountId: AccountId) => Failure | null
  readonly block: (accountId: AccountId, reason: Failure) => void
  readonly unblock: (accountId: AccountId) => void
  /** How many of the account's jobs may run now, whatever its provider allows. */
  readonly mostAtOnce: (accountId: AccountId) => number
  /** A request of the account failed that began then. */
  readonly failed: (accountId: AccountId, reason: Failure, startedAtMs: number) => Pace
  readonly succeeded: (accountId: AccountId) => void
  readonly forget: (accountId: AccountId) => void
}

type Options = { readonly onBlockChanged: (accountId: AccountId) => void }

export function createAccountStops({ onBlockChanged }: Options): AccountStops {
  const blocks = new Map<AccountId, Failure>()
  return {
    blockedBy: (accountId) => blocks.get(accountId) ?? null,
    block: (accountId, reason) => {
      blocks.set(accountId, reason)
      onBlockChanged(accountId)
    },
    unblock: (accountId) => {
      if (blocks.delete(accountId)) onBlockChanged(accountId)
    },
    mostAtOnce: (accountId) => (blocks.has(accountId) ? 0 : Infinity),
    failed: (_, reason) => ({ isCounted: !asksForPause(reason), leastDelayMs: 0 }),
    succeeded: () => undefined,
    forget: (accountId) => {
      blocks.delete(accountId)
    },
  }
}
