// The queue as main last described it.
import { create } from 'zustand'
import type { JobId } from '../../shared/ids.ts'
import type { JobProgress, JobView } from '../../shared/model/job.ts'

export type QueueState = {
  readonly jobs: ReadonlyMap<JobId, JobView>
  /** By position: order of arrival, but for what the person moved. */
  readonly order: readonly JobId[]
  readonly progress: ReadonlyMap<JobId, JobProgress>
  /** All that went out since the page began to look: never less than before, whatever ends or is cleared. */
  readonly movedBytes: number
}

export const EMPTY_QUEUE: QueueState = { jobs: new Map(), order: [], progress: new Map(), movedBytes: 0 }

export const useQueueStore = create<QueueState>(() => EMPTY_QUEUE)
