// An account for tests of the page, and a job of it.
import type { AccountView } from '../../../shared/model/account.ts'
import type { JobStatus, JobView } from '../../../shared/model/job.ts'
import { accountId, aJob, anAccount, jobId } from '../../bridge/fake-bridge.testkit.ts'

export function sampleAccount(name: string, part: Partial<AccountView> = {}): AccountView {
  return anAccount({ id: accountId(`id ${name}`), name, createdAtMs: 1, ...part })
}

let lastJob = 0

export function sampleJob(account: AccountView, status: JobStatus): JobView {
  lastJob += 1
  return aJob({
    id: jobId(`job ${lastJob}`),
    accountId: account.id,
    fileName: `${lastJob}.png`,
    status,
    createdAtMs: lastJob,
  })
}
