// What a person can do with jobs.
import type { JobId } from '../../../shared/ids.ts'
import type { CallInput } from '../../../shared/ipc/contract.ts'
import { bridge } from '../../bridge/bridge.ts'
import { settle } from '../../bridge/settle.ts'
import { showFailure } from '../../stores/message-actions.ts'
import { useQueueStore } from '../../stores/queue-store.ts'
import { retryJobs } from '../../stores/retry-actions.ts'

type Verb = 'uploads.pause' | 'uploads.resume' | 'uploads.cancel' | 'uploads.clear'

async function ask(verb: Verb, jobIds: readonly JobId[]): Promise<void> {
  if (jobIds.length === 0) return
  const result = await settle(bridge().calls[verb]({ jobIds }))
  if (!result.ok) showFailure(result.failure)
}

export const pauseJobs = (...ids: readonly JobId[]) => void ask('uploads.pause', ids)
export const resumeJobs = (...ids: readonly JobId[]) => void ask('uploads.resume', ids)
export const cancelJobs = (...ids: readonly JobId[]) => void ask('uploads.cancel', ids)
export const clearJobs = (...ids: readonly JobId[]) => void ask('uploads.clear', ids)

export async function settleJob(jobId: JobId, as: CallInput<'uploads.settle'>['as']): Promise<void> {
  const result = await settle(bridge().calls['uploads.settle']({ jobIds: [jobId], as }))
  if (!result.ok) showFailure(result.failure)
}

export function retryFailed(): void {
  const jobs = [...useQueueStore.getState().jobs.values()]
  void retryJobs(...jobs.filter(({ status }) => status === 'failed').map(({ id }) => id))
}

/** Failed jobs stay until they are retried or taken off one by one. */
export function clearDone(): void {
  const jobs = [...useQueueStore.getState().jobs.values()]
  clearJobs(...jobs.filter(({ status }) => status === 'done' || status === 'cancelled').map(({ id }) => id))
}
