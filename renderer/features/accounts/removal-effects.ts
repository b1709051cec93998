// Says what removing an account does, by what is in the queue right now.
import type { AccountView } from '../../../shared/model/account.ts'
import type { JobStatus, JobView } from '../../../shared/model/job.ts'
import { manifestOf } from '../../../shared/providers/index.ts'
import { en } from '../../i18n/en.ts'
import { fill } from '../../i18n/fill.ts'
import { plural, type Plural } from '../../i18n/plural.ts'

const FATES: Partial<Record<JobStatus, 'running' | 'queued' | 'open'>> = {
  uploading: 'running',
  queued: 'queued',
  waiting: 'queued',
  paused: 'queued',
  checking: 'open',
  unconfirmed: 'open',
  failed: 'open',
}

export function removalEffects(account: AccountView, jobs: Iterable<JobView>): readonly string[] {
  const provider = manifestOf(account.providerId).displayName
  const counts = { running: 0, queued: 0, open: 0 }
  for (const { accountId, status } of jobs) {
    const fate = accountId === account.id ? FATES[status] : undefined
    if (fate) counts[fate] += 1
  }
  const words = en.removeAccount
  const say = (text: Plural, count: number) => (count > 0 ? [plural(text, count, { provider })] : [])
  const ofQueue = [
    ...say(words.running, counts.running),
    ...say(words.queued, counts.queued),
    ...say(words.open, counts.open),
  ]
  const hasKey = account.keyState !== 'not-needed' && account.keyState !== 'missing'
  return [
    ...(ofQueue.length > 0 ? ofQueue : [words.idle]),
    hasKey ? words.key : words.noKey,
    words.record,
    fill(words.remote, { provider }),
  ]
}
