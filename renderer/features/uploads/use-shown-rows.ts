// The rows of the queue: one for each file, whatever number of accounts it goes to.
import { useMemo } from 'react'
import type { JobId } from '../../../shared/ids.ts'
import { useQueueStore } from '../../stores/queue-store.ts'
import { groupsOf, type JobGroup } from './job-groups.ts'

export type ShownRows = {
  readonly groups: readonly JobGroup[]
  /** The first job of each row. */
  readonly firstIds: readonly JobId[]
  /** All jobs in the order on screen. */
  readonly shown: readonly JobId[]
  /** -1: it is gone. */
  readonly rowOf: (id: JobId | null | undefined) => number
}

export function useShownRows(): ShownRows {
  const order = useQueueStore((state) => state.order)
  return useMemo(() => {
    // Which file a job sends never changes, so the order alone decides.
    const groups = groupsOf(order, useQueueStore.getState().jobs)
    const rows = new Map(groups.flatMap((group, row) => group.map((id) => [id, row] as const)))
    return {
      groups,
      firstIds: groups.map(([id]) => id),
      shown: groups.flat(),
      rowOf: (id) => (id ? (rows.get(id) ?? -1) : -1),
    }
  }, [order])
}
