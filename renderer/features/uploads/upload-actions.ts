// What a person can do with jobs.
import type { JobId } from '../../../shared/ids.ts'
import type { JobView } from '../../../shared/model/job.ts'
import { bridge } from '../../bridge/bridge.ts'
import { settle } from '../../bridge/settle.ts'
import { copyIds } from '../../stores/copy-actions.ts'
import { showFailure } from '../../stores/message-actions.ts'
import { useQueueStore } from '../../stores/queue-store.ts'
import { retryJobs } from '../../stores/retry-actions.ts'
import { can, type JobVerb } from './job-verbs.ts'
import type { MoveTo } from './move-target.ts'

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

export async function moveJobs(jobIds: readonly JobId[], to: MoveTo): Promise<void> {
  if (jobIds.length === 0) return
  const result = await settle(bridge().calls['uploads.move']({ jobIds, to }))
  if (!result.ok) showFailure(result.failure)
}

/** Of these jobs, those of which the verb can be asked; in the order given. */
export function jobsFor(verb: JobVerb, ids: readonly JobId[]): readonly JobView[] {
  const { jobs } = useQueueStore.getState()
  return ids.flatMap((id) => {
    const job = jobs.get(id)
    return job && can(verb, job) ? [job] : []
  })
}

/** Asks it of those among the jobs of which it can be asked. */
export function perform(verb: Exclude<JobVerb, 'move'>, ids: readonly JobId[]): void {
  const jobs = jobsFor(verb, ids)
  const chosen = jobs.map(({ id }) => id)
  if (verb === 'pause') pauseJobs(...chosen)
  if (verb === 'resume') resumeJobs(...chosen)
  if (verb === 'cancel') cancelJobs(...chosen)
  if (verb === 'retry') void retryJobs(...chosen)
  if (verb === 'remove') clearJobs(...chosen)
  if (verb === 'copy') void copyIds(jobs.flatMap(({ assetId }) => assetId ?? []))
}

/** The assets that these jobs became. */
export function uploadedBy(ids: readonly JobId[]) {
  return jobsFor('copy', ids).flatMap(({ accountId, assetId }) =>
    assetId === null ? [] : [{ accountId, primaryId: assetId }],
  )
}

/** All jobs that are of this kind, in queue order. */
export function jobIdsWhere(isMeant: (job: JobView) => boolean): readonly JobId[] {
  const { jobs, order } = useQueueStore.getState()
  return order.filter((id) => {
    const job = jobs.get(id)
    return job !== undefined && isMeant(job)
  })
}

export function retryFailed(): void {
  void retryJobs(...jobIdsWhere(({ status }) => status === 'failed'))
}

/** Failed jobs stay until they are retried or taken off. */
export function clearDone(): void {
  clearJobs(...jobIdsWhere(({ status }) => status === 'done' || status === 'cancelled'))
}
