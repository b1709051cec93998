// What a person can do about a job that may already have arrived.
import type { JobId } from '../../../shared/ids.ts'
import type { CallInput } from '../../../shared/ipc/contract.ts'
import { bridge } from '../../bridge/bridge.ts'
import { settle } from '../../bridge/settle.ts'
import { showFailure } from '../../stores/message-actions.ts'

export async function checkJob(jobId: JobId): Promise<void> {
  const result = await settle(bridge().calls['uploads.check']({ jobIds: [jobId] }))
  if (!result.ok) showFailure(result.failure)
}

export async function settleJob(jobId: JobId, as: CallInput<'uploads.settle'>['as']): Promise<void> {
  const result = await settle(bridge().calls['uploads.settle']({ jobIds: [jobId], as }))
  if (!result.ok) showFailure(result.failure)
}
