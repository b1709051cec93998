// Says what came of a batch when the queue comes to rest.
import { watchBatches } from '../../stores/batch-result.ts'
import { showMessage } from '../../stores/message-actions.ts'
import { useQueueStore } from '../../stores/queue-store.ts'

/** Returns the function that stops it. */
export function announceBatches(): () => void {
  const watch = watchBatches()
  watch(useQueueStore.getState())
  return useQueueStore.subscribe((state, previous) => {
    if (state.jobs === previous.jobs) return
    const result = watch(state)
    if (result && result.uploaded + result.failed + result.needsYou > 0)
      showMessage({ code: 'batch-done', result })
  })
}
