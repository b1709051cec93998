// The third line of an account in the sidebar, while its provider has to be waited for.
import type { AccountView } from '../../../shared/model/account.ts'
import { manifestOf } from '../../../shared/providers/index.ts'
import { en } from '../../i18n/en.ts'
import { useQueueStore } from '../../stores/queue-store.ts'
import { HoldNote } from '../../ui/hold-note.tsx'
import { hasQueued } from './has-queued.ts'

export function AccountHold({ account }: { readonly account: AccountView }) {
  const { id, providerId, isDisabled, heldUntilMs, rateFullUntilMs } = account
  // A rate that is used up bothers nobody who has nothing to send.
  const isWaitedFor = useQueueStore(({ jobs }) => rateFullUntilMs !== null && hasQueued(jobs, id))
  const provider = manifestOf(providerId).displayName
  if (isDisabled) return null
  if (heldUntilMs !== null)
    return <HoldNote message={en.accounts.holds.asked} untilMs={heldUntilMs} provider={provider} />
  if (rateFullUntilMs !== null && isWaitedFor)
    return <HoldNote message={en.accounts.holds.rate} untilMs={rateFullUntilMs} provider={provider} />
  return null
}
