// Keeps each account from hammering a service that is down, or a network that is away.
import type { Failure } from '../../shared/errors.ts'
import type { AccountId } from '../../shared/ids.ts'
import type { Network } from '../platform.ts'
import { createAlarms } from './alarms.ts'
import { afterFailure, CLOSED, mostAtOnce, type Breaker } from './breaker.ts'
import { earned, FULL_BUDGET, spent, type RetryBudget } from './retry-budget.ts'
import { asksForPause, mayRepeat, serviceAfter } from './retry-policy.ts'

export type Pace = {
  /** False: the failure says nothing about the file, so no attempt of it is used up. */
  readonly isCounted: boolean
  readonly leastDelayMs: number
}

/** What the account's jobs wait for; null: nothing but their turn. */
export type ServiceWait = 'network' | 'service' | null

export type AccountBreakers = {
  /** How many of the account's jobs may run now, whatever its provider allows. */
  readonly mostAtOnce: (accountId: AccountId) => number
  readonly waitsFor: (accountId: AccountId) => ServiceWait
  /** @param startedAtMs by the steady clock. */
  readonly failed: (accountId: AccountId, reason: Failure, startedAtMs: number) => Pace
  readonly succeeded: (accountId: AccountId) => void
  /** Whoever could not be reached may be tried at once. */
  readonly tryAgain: () => void
  readonly forget: (accountId: AccountId) => void
  readonly stop: () => void
}

type Options = {
  readonly steadyMs: () => number
  /** From 0 to 1. */
  readonly random: () => number
  readonly network: Network
  readonly onWaitChanged: (accountId: AccountId) => void
  /** More may run than before. */
  readonly onOpened: () => void
}

export function createAccountBreakers(options: Options): AccountBreakers {
  const { steadyMs, random, network, onWaitChanged, onOpened } = options
  const breakers = new Map<AccountId, Breaker>()
  const budgets = new Map<AccountId, RetryBudget>()
  const alarms = createAlarms<AccountId>({ steadyMs, onDue: onOpened })
  let unwatch: (() => void) | null = null

  const breakerOf = (accountId: AccountId) => breakers.get(accountId) ?? CLOSED
  const waitsFor = (accountId: AccountId): ServiceWait => {
    const { open, isUnreachable } = breakerOf(accountId)
    if (!open) return null
    return isUnreachable && !network.isOnline() ? 'network' : 'service'
  }

  function set(accountId: AccountId, breaker: Breaker) {
    const before = breakerOf(accountId)
    if (before === breaker) return
    breakers.set(accountId, breaker)
    if (breaker.open) alarms.set(accountId, breaker.open.probeAtMs - steadyMs())
    else alarms.drop(accountId)
    watchNetwork()
    if (before.open || breaker.open) onWaitChanged(accountId)
    if (before.open && !breaker.open) onOpened()
  }

  /** Only for as long as somebody waits for it: a watched network costs a look every second. */
  function watchNetwork() {
    const isAwaited = [...breakers.values()].some(({ open, isUnreachable }) => open && isUnreachable)
    if (isAwaited) unwatch ??= network.onChanged(tryAgain)
    else {
      unwatch?.()
      unwatch = null
    }
  }

  function tryAgain() {
    breakers.forEach(({ open, isUnreachable }, accountId) => {
      if (open && isUnreachable) set(accountId, CLOSED)
    })
  }

  return {
    mostAtOnce: (accountId) => mostAtOnce(breakerOf(accountId), steadyMs()),
    waitsFor,
    failed: (accountId, reason, startedAtMs) => {
      const service = serviceAfter(reason)
      if (service === 'working') set(accountId, CLOSED)
      if (service === 'failing' || service === 'unreachable')
        set(
          accountId,
          afterFailure(breakerOf(accountId), {
            startedAtMs,
            nowMs: steadyMs(),
            jitter: random(),
            isUnreachable: service === 'unreachable',
            isOffline: !network.isOnline(),
          }),
        )
      const isCounted = breakerOf(accountId).open === null && !asksForPause(reason)
      if (!isCounted || !mayRepeat(reason)) return { isCounted, leastDelayMs: 0 }
      const { budget, waitMs } = spent(budgets.get(accountId) ?? FULL_BUDGET, steadyMs())
      budgets.set(accountId, budget)
      return { isCounted, leastDelayMs: waitMs }
    },
    succeeded: (accountId) => {
      budgets.set(accountId, earned(budgets.get(accountId) ?? FULL_BUDGET))
      set(accountId, CLOSED)
    },
    tryAgain,
    forget: (accountId) => {
      set(accountId, CLOSED)
      budgets.delete(accountId)
    },
    stop: () => {
      alarms.stop()
      unwatch?.()
    },
  }
}
