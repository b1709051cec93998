// An account for tests of the page, and a job of it.
import type { AccountId, JobId } from '../../../shared/ids.ts'
import type { AccountView } from '../../../shared/model/account.ts'
import type { JobStatus, JobView } from '../../../shared/model/job.ts'

export function sampleAccount(name: string, part: Partial<AccountView> = {}): AccountView {
  return {
    id: `id ${name}` as AccountId,
    providerId: 'konpro',
    name,
    server: { kind: 'provider' },
    colour: 'teal',
    isDisabled: false,
    keyState: 'stored',
    trouble: null,
    blockedBy: null,
    createdAtMs: 1,
    ...part,
  }
}

let lastJob = 0

export function sampleJob(account: AccountView, status: JobStatus): JobView {
  lastJob += 1
  return {
    id: `job ${lastJob}` as JobId,
    accountId: account.id,
    fileName: `${lastJob}.png`,
    sizeBytes: 10,
    kind: 'image',
    status,
    assetId: null,
    failure: null,
    waitingUntilMs: null,
    createdAtMs: lastJob,
    previewUrl: null,
  }
}
