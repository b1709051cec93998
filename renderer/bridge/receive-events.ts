// Keeps the page in step with main: one snapshot, then every batch in order, and a new snapshot after a gap.
import type { Failure } from '../../shared/errors.ts'
import type { Bridge } from '../../shared/ipc/bridge.ts'
import type { Snapshot } from '../../shared/ipc/contract.ts'
import type { AppEvent, EventBatch } from '../../shared/ipc/events.ts'
import { settle } from './settle.ts'

export type EventSink = {
  readonly reset: (snapshot: Snapshot) => void
  readonly apply: (events: readonly AppEvent[]) => void
  readonly failed: (failure: Failure) => void
}

/** Returns the function that stops it. Batches that arrive while a snapshot is under way wait for it. */
export function receiveEvents(bridge: Bridge, sink: EventSink): () => void {
  let seq: number | null = null
  let waiting: EventBatch[] = []
  let asking = false
  let stopped = false

  const take = (batch: EventBatch) => {
    if (seq === null || asking) {
      waiting.push(batch)
      return
    }
    if (batch.seq <= seq) {
      // The snapshot covers all state of this batch, but an offer of files is no state.
      sink.apply(batch.events.filter((event) => event.type === 'files.offered'))
      return
    }
    if (batch.seq > seq + 1) {
      waiting.push(batch)
      void ask()
      return
    }
    seq = batch.seq
    sink.apply(batch.events)
  }

  const ask = async () => {
    asking = true
    const result = await settle(bridge.calls['app.snapshot']({}))
    asking = false
    if (stopped) return
    if (!result.ok) {
      sink.failed(result.failure)
      return
    }
    seq = result.value.seq
    sink.reset(result.value)
    const held = waiting
    waiting = []
    held.forEach(take)
  }

  const unlisten = bridge.onEvents(take)
  void ask()
  return () => {
    stopped = true
    unlisten()
  }
}
