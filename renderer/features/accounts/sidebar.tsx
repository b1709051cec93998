// Where things go: all accounts, and the way to add one.
import type { ReactNode } from 'react'
import { en } from '../../i18n/en.ts'
import { plural } from '../../i18n/plural.ts'
import { useAccountsStore } from '../../stores/accounts-store.ts'
import { useAppStore } from '../../stores/app-store.ts'
import { openDialog } from '../../stores/dialog-actions.ts'
import { openAccount, useOpenAccount } from '../../stores/open-account.ts'
import { Emblem } from '../../ui/icons/emblem.tsx'
import { Icon } from '../../ui/icons/icon.tsx'
import { AccountList } from './account-list.tsx'
import { useSandbox } from './use-sandbox.ts'

const numbers = new Intl.NumberFormat('en')

type Props = {
  /** The welcome page offers the first account, so the sidebar does not offer it a second time. */
  readonly isFirstRun: boolean
  /** What is said above the foot. */
  readonly children: ReactNode
}

export function Sidebar({ isFirstRun, children }: Props) {
  const accounts = useAccountsStore((state) => state.accounts)
  const recordCount = useAppStore((state) => state.recordCount)
  const open = useOpenAccount()
  const { isStarting, start } = useSandbox()
  return (
    <nav className="sidebar" aria-label={en.accounts.heading}>
      <div className="brand">
        <Emblem size={22} />
        <span>{en.app.name}</span>
      </div>
      <div className="sidebar-scroll">
        <ul className="entries">
          <li className="entry entry-all" data-current={open === null || undefined}>
            <button
              type="button"
              className="entry-main"
              aria-current={open === null ? 'page' : undefined}
              onClick={() => openAccount(null)}
            >
              <Icon name="inbox" />
              <span className="entry-name">{en.accounts.allUploads}</span>
              <span className="entry-count" aria-hidden="true">
                {numbers.format(recordCount)}
              </span>
              <span className="sr-only">{plural(en.accounts.recordCount, recordCount)}</span>
            </button>
          </li>
        </ul>
        {accounts.length === 0 ? null : (
          <>
            <h2 className="sidebar-heading">{en.accounts.heading}</h2>
            <AccountList accounts={accounts} openId={open?.id ?? null} />
          </>
        )}
      </div>
      {children}
      <div className="sidebar-foot">
        {isFirstRun ? null : (
          <button type="button" className="foot-button" onClick={() => openDialog({ kind: 'add-account' })}>
            <Icon name="add" />
            <span>{en.accounts.add}</span>
          </button>
        )}
        {isFirstRun || accounts.length > 0 ? null : (
          <button type="button" className="foot-button" disabled={isStarting} onClick={() => void start()}>
            <Icon name="play" />
            <span>{isStarting ? en.accounts.sandboxStarting : en.accounts.trySandbox}</span>
          </button>
        )}
        <button type="button" className="foot-button" onClick={() => openDialog({ kind: 'settings' })}>
          <Icon name="settings" />
          <span>{en.accounts.settings}</span>
        </button>
      </div>
    </nav>
  )
}
