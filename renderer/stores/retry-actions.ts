// Sends failed jobs again; one that lacked a container goes with the account's options of now.
import type { AccountId, JobId } from '../../shared/ids.ts'
import type { CallInput } from '../../shared/ipc/contract.ts'
import type { JobView } from '../../shared/model/job.ts'
import type { UploadFields } from '../../shared/upload-fields.ts'
import { bridge } from '../bridge/bridge.ts'
import { settle } from '../bridge/settle.ts'
import { useAccountsStore } from './accounts-store.ts'
import { showFailure } from './message-actions.ts'
import { useQueueStore } from './queue-store.ts'
import { currentUploadFields } from './upload-fields.ts'

const CONTAINER_CODES: ReadonlySet<string> = new Set([
  'container-required',
  'container-not-found',
  'container-denied',
  'container-not-active',
  'container-unsuitable',
])

/** Whether the job failed for its group or project, so that another choice may help. */
export function lacksContainer({ status, failure }: JobView): boolean {
  return status === 'failed' && failure !== null && CONTAINER_CODES.has(failure.code)
}

async function retry(input: CallInput<'uploads.retry'>): Promise<void> {
  if (input.jobIds.length === 0) return
  const result = await settle(bridge().calls['uploads.retry'](input))
  if (!result.ok) showFailure(result.failure)
}

export async function retryJobs(...ids: readonly JobId[]): Promise<void> {
  const { jobs } = useQueueStore.getState()
  const { accounts } = useAccountsStore.getState()
  const asBefore: JobId[] = []
  const anew = new Map<AccountId, JobId[]>()
  for (const id of ids) {
    const job = jobs.get(id)
    if (job && lacksContainer(job)) anew.set(job.accountId, [...(anew.get(job.accountId) ?? []), id])
    else asBefore.push(id)
  }
  await retry({ jobIds: asBefore })
  for (const [accountId, jobIds] of anew) {
    const account = accounts.find((candidate) => candidate.id === accountId)
    await retry({ jobIds, ...(account ? { fields: currentUploadFields(account) } : {}) })
  }
}

/** All jobs of the account that wait for a better choice of container, with that choice. */
export function retryHeldBack(accountId: AccountId, fields: UploadFields): void {
  const jobs = [...useQueueStore.getState().jobs.values()]
  const heldBack = jobs.filter((job) => job.accountId === accountId && lacksContainer(job))
  void retry({ jobIds: heldBack.map(({ id }) => id), fields })
}
