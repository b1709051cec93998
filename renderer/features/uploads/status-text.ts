// Says what state a job is in.
import type { AccountView } from '../../../shared/model/account.ts'
import type { JobView } from '../../../shared/model/job.ts'
import { formatTime } from '../../format/date.ts'
import { en } from '../../i18n/en.ts'
import { fill } from '../../i18n/fill.ts'

/** `account` is undefined once it was removed. */
export function statusText({ status, waitingUntilMs }: JobView, account: AccountView | undefined): string {
  if (status === 'queued' && account?.isDisabled) return en.accounts.queuedDisabled
  return status === 'waiting' && waitingUntilMs !== null
    ? fill(en.uploads.until, { time: formatTime(waitingUntilMs) })
    : en.status[status]
}
