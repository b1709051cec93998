// The queue as main last described it.
import { create } from 'zustand'
import type { JobId } from '../../shared/ids.ts'
import type { JobProgress, JobView } from '../../shared/model/job.ts'

export type QueueState = {
  readonly jobs: ReadonlyMap<JobId, JobView>
  /** Order of arrival, which never changes under the person's pointer. */
  readonly order: readonly JobId[]
  readonly progress: ReadonlyMap<JobId, JobProgress>
}

export const EMPTY_QUEUE: QueueState = { jobs: new Map(), order: [], progress: new Map() }

export const useQueueStore = create<QueueState>(() => EMPTY_QUEUE)
