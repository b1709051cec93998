// The third line of an account in the sidebar, while its provider has to be waited for.
import type { AccountView } from '../../../shared/model/account.ts'
import { manifestOf } from '../../../shared/providers/index.ts'
import { en } from '../../i18n/en.ts'
import { fill } from '../../i18n/fill.ts'
import { useQueueStore } from '../../stores/queue-store.ts'
import { HoldNote } from '../../ui/hold-note.tsx'
import { Icon } from '../../ui/icons/icon.tsx'
import { hasQueued } from './has-queued.ts'

export function AccountHold({ account }: { readonly account: AccountView }) {
  const { id, providerId, isDisabled, heldUntilMs, rateFullUntilMs, waitsFor } = account
  const isShort = rateFullUntilMs !== null || waitsFor !== null
  // A rate that is used up, or a network that is away, bothers nobody who has nothing to send.
  const isWaitedFor = useQueueStore(({ jobs }) => isShort && hasQueued(jobs, id))
  const provider = manifestOf(providerId).displayName
  if (isDisabled) return null
  if (heldUntilMs !== null)
    return <HoldNote message={en.accounts.holds.asked} untilMs={heldUntilMs} provider={provider} />
  if (waitsFor !== null && isWaitedFor)
    return (
      <span className="hold-note">
        <Icon name="clock" size={14} />
        <span className="hold-text">{fill(en.accounts.waitsFor[waitsFor], { provider })}</span>
      </span>
    )
  if (rateFullUntilMs !== null && isWaitedFor)
    return <HoldNote message={en.accounts.holds.rate} untilMs={rateFullUntilMs} provider={provider} />
  return null
}
