// Remembers how the last call of each account went.
import type { ErrorCode, Failure } from '../../shared/errors.ts'
import type { AccountId } from '../../shared/ids.ts'
import type { Trouble } from '../../shared/model/account.ts'

/** Failures that say something about the account as a whole; the others are about one file or one moment. */
const TROUBLES: Partial<Record<ErrorCode, Trouble>> = {
  'key-refused': 'key-refused',
  'not-eligible': 'not-eligible',
  'host-not-found': 'offline',
  'connection-refused': 'offline',
  'connect-timed-out': 'offline',
}

export type AccountHealth = {
  readonly troubleOf: (id: AccountId) => Trouble | null
  /** null: the call went well. */
  readonly note: (id: AccountId, outcome: Failure | null) => void
  /** What is known no longer holds: another key, another address, or no account any more. */
  readonly forget: (id: AccountId) => void
}

/** `onChanged` is called only when an account's trouble is another than before. */
export function createAccountHealth(onChanged: (id: AccountId) => void): AccountHealth {
  const troubles = new Map<AccountId, Trouble>()

  const set = (id: AccountId, trouble: Trouble | null) => {
    if ((troubles.get(id) ?? null) === trouble) return
    if (trouble === null) troubles.delete(id)
    else troubles.set(id, trouble)
    onChanged(id)
  }
  return {
    troubleOf: (id) => troubles.get(id) ?? null,
    note: (id, outcome) => {
      const trouble = outcome && TROUBLES[outcome.code]
      // Whoever answers is not offline, whatever the answer.
      const isReached = outcome !== null && outcome.httpStatus !== null && troubles.get(id) === 'offline'
      if (outcome === null || isReached || trouble) set(id, trouble ?? null)
    },
    forget: (id) => {
      set(id, null)
    },
  }
}
