// Changes which rows of the queue are selected.
import type { JobId } from '../../shared/ids.ts'
import { type Modifiers, selectStep } from './selection-actions.ts'
import { NO_SELECTION } from './selection-store.ts'
import { useQueueSelectionStore } from './queue-selection-store.ts'
import { useQueueStore } from './queue-store.ts'

/** `shown` is the order on screen. */
export function selectJob(shown: readonly JobId[], id: JobId, modifiers: Modifiers): void {
  useQueueSelectionStore.setState((state) =>
    // A range begins at the row that has the focus where none was chosen yet.
    selectStep({ ...state, anchorKey: state.anchorKey ?? state.focusKey }, shown, id, modifiers),
  )
}

export function selectAllJobs(shown: readonly JobId[]): void {
  useQueueSelectionStore.setState({ selected: new Set(shown) })
}

export function focusJob(focusKey: JobId): void {
  useQueueSelectionStore.setState({ focusKey })
}

export function clearJobSelection(): void {
  useQueueSelectionStore.setState(({ focusKey }) => ({ ...NO_SELECTION, focusKey }))
}

/** What an action on this row is about: the selection it belongs to, or else the row alone. In queue order. */
export function jobsMeantBy(id: JobId): readonly JobId[] {
  const { selected } = useQueueSelectionStore.getState()
  if (!selected.has(id)) return [id]
  return useQueueStore.getState().order.filter((other) => selected.has(other))
}
