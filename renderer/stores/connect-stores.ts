// Feeds the stores from main's snapshots and events.
import type { AppEvent } from '../../shared/ipc/events.ts'
import type { Snapshot } from '../../shared/ipc/contract.ts'
import { bridge } from '../bridge/bridge.ts'
import { receiveEvents } from '../bridge/receive-events.ts'
import { reduceAccounts } from './accounts-reducer.ts'
import { useAccountsStore } from './accounts-store.ts'
import { reduceApp } from './app-reducer.ts'
import { useAppStore } from './app-store.ts'
import { noteIntakes } from './intake-store.ts'
import { queueFrom, reduceQueue } from './queue-reducer.ts'
import { useQueueSpeedStore, withSample } from './queue-speed-store.ts'
import { useQueueStore } from './queue-store.ts'
import { noteTransfers } from './transfer-store.ts'

function reset({ accounts, jobs, ...app }: Snapshot): void {
  useAccountsStore.setState({ accounts })
  useQueueStore.setState(queueFrom(jobs))
  const { settings, notices, recordCount, keyring, environmentKeys } = app
  useAppStore.setState({
    settings,
    notices,
    recordCount,
    keyring,
    environmentKeys,
    start: 'ready',
  })
}

function noteSpeed(): void {
  const { movedBytes } = useQueueStore.getState()
  useQueueSpeedStore.setState((state) => withSample(state, { atMs: performance.now(), movedBytes }))
}

/** Returns the function that disconnects; `onEvents` hears every batch after the stores have it. */
export function connectStores(onEvents: (events: readonly AppEvent[]) => void): () => void {
  useAppStore.setState({ start: 'loading' })
  return receiveEvents(bridge(), {
    reset,
    apply: (events) => {
      useAccountsStore.setState((state) => reduceAccounts(state, events))
      useAppStore.setState((state) => reduceApp(state, events))
      useQueueStore.setState((state) => reduceQueue(state, events))
      noteSpeed()
      noteIntakes(events)
      noteTransfers(events)
      onEvents(events)
    },
    failed: (start) => useAppStore.setState({ start }),
  })
}
