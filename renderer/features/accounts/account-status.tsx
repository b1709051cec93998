// The second line of an account in the sidebar: how it is doing, or what is running there.
import type { AccountView } from '../../../shared/model/account.ts'
import { manifestOf } from '../../../shared/providers/index.ts'
import { en } from '../../i18n/en.ts'
import { plural } from '../../i18n/plural.ts'
import { useQueueStore } from '../../stores/queue-store.ts'
import { Icon } from '../../ui/icons/icon.tsx'
import { AccountHold } from './account-hold.tsx'
import { HEALTH_ICONS, healthOf } from './account-health.ts'
import { runningCount } from './running-counts.ts'

export function AccountStatus({ account }: { readonly account: AccountView }) {
  const running = useQueueStore((state) => runningCount(state.jobs, account.id))
  const health = healthOf(account)
  const isSandbox = account.server.kind === 'sandbox'
  const status = (
    <span className="entry-sub">
      <span className="entry-health" data-health={running > 0 ? 'running' : health}>
        <Icon name={running > 0 ? 'uploading' : HEALTH_ICONS[health]} size={14} />
        <span>{running > 0 ? plural(en.accounts.running, running) : en.accounts.health[health]}</span>
      </span>
      {account.keyState === 'this-run' ? (
        <span className="entry-key">
          <Icon name="key" size={12} />
          <span aria-hidden="true">{en.accounts.thisRun}</span>
          <span className="sr-only">{en.accounts.keyThisRun}</span>
        </span>
      ) : isSandbox ? (
        <span className="badge">{en.accounts.sandbox}</span>
      ) : (
        <span className="entry-provider">{manifestOf(account.providerId).displayName}</span>
      )}
    </span>
  )
  return (
    <>
      {status}
      <AccountHold account={account} />
    </>
  )
}
