// Refreshes library views when main says that an account's assets changed, a burst of news once.
import type { QueryClient } from '@tanstack/react-query'
import type { AccountId } from '../../shared/ids.ts'
import type { AppEvent } from '../../shared/ipc/events.ts'
import { mergeNewAssets } from './refresh-library.ts'

const SETTLE_MS = 250

/** Returns a function that takes each batch of events. */
export function watchRecord(client: QueryClient): (events: readonly AppEvent[]) => void {
  const timers = new Map<AccountId, number>()
  const announce = (accountId: AccountId) => {
    if (timers.has(accountId)) return
    const run = () => {
      timers.delete(accountId)
      void mergeNewAssets(client, accountId)
    }
    timers.set(accountId, window.setTimeout(run, SETTLE_MS))
  }
  return (events) => {
    for (const event of events) {
      if (event.type === 'record.changed') announce(event.accountId)
      if (event.type === 'job.changed' && event.job.status === 'done') announce(event.job.accountId)
    }
  }
}
