// One account in the sidebar: its name, its health, and what can be done with it.
import { useId } from 'react'
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import type { AccountView } from '../../../shared/model/account.ts'
import { manifestOf } from '../../../shared/providers/index.ts'
import { en } from '../../i18n/en.ts'
import { openDialog } from '../../stores/dialog-actions.ts'
import { useDragStore } from '../../stores/drag-store.ts'
import { openAccount } from '../../stores/open-account.ts'
import { Icon } from '../../ui/icons/icon.tsx'
import { resumeAccount } from './account-actions.ts'
import { HEALTH_ICONS, healthOf, needsKey } from './account-health.ts'
import { useContextMenu } from './use-context-menu.ts'

type Props = { readonly account: AccountView; readonly isOpen: boolean }

export function AccountEntry({ account, isOpen }: Props) {
  const nameId = useId()
  const isUnderDrag = useDragStore((state) => state.overAccountId === account.id)
  const menu = useContextMenu()
  const health = healthOf(account)
  const isSandbox = account.server.kind === 'sandbox'
  const act = (action: string | number) => {
    if (action === 'enter-key') openDialog({ kind: 'enter-key', accountId: account.id })
    if (action === 'resume') void resumeAccount(account)
    if (action === 'remove') openDialog({ kind: 'remove-account', accountId: account.id })
  }
  return (
    <li
      className="entry"
      data-current={isOpen || undefined}
      data-drop-account={account.id}
      data-drop-target={isUnderDrag || undefined}
      onContextMenu={menu.open}
    >
      <button
        type="button"
        className="entry-main"
        aria-current={isOpen ? 'page' : undefined}
        onClick={() => openAccount(account.id)}
      >
        <span className="entry-text">
          <bdi id={nameId} className="entry-name">
            {account.name}
          </bdi>
          <span className="entry-sub">
            {manifestOf(account.providerId).displayName}
            {isSandbox ? <span className="badge">{en.accounts.sandbox}</span> : null}
          </span>
        </span>
        <span className="entry-health" data-health={health} title={en.accounts.health[health]}>
          <Icon name={HEALTH_ICONS[health]} />
          <span className="sr-only">{en.accounts.health[health]}</span>
        </span>
      </button>
      <MenuTrigger isOpen={menu.isOpen} onOpenChange={menu.setIsOpen}>
        <Button className="icon-button entry-more" aria-label={en.accounts.more} aria-describedby={nameId}>
          <Icon name="more" />
        </Button>
        <Popover className="popover" placement="bottom end" offset={4}>
          <Menu className="menu" onAction={act} aria-label={en.accounts.more}>
            {isSandbox && !needsKey(account) ? null : (
              <MenuItem id="enter-key" className="menu-item">
                <Icon name="key" />
                {en.accounts.enterKey}
              </MenuItem>
            )}
            {health === 'held' ? (
              <MenuItem id="resume" className="menu-item">
                <Icon name="refresh" />
                {en.accounts.resume}
              </MenuItem>
            ) : null}
            <MenuItem id="remove" className="menu-item menu-item-danger">
              <Icon name="trash" />
              {en.accounts.remove}
            </MenuItem>
          </Menu>
        </Popover>
      </MenuTrigger>
    </li>
  )
}
