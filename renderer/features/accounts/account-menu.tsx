// What can be done with an account, behind its More button or a right click.
import {
  Button,
  Menu,
  MenuItem,
  MenuTrigger,
  Popover,
  Separator,
  SubmenuTrigger,
} from 'react-aria-components'
import { ACCOUNT_COLOURS } from '../../../shared/model/account-colours.ts'
import type { AccountView } from '../../../shared/model/account.ts'
import { en } from '../../i18n/en.ts'
import { changeAtOnce } from '../../stores/accounts-actions.ts'
import { openDialog } from '../../stores/dialog-actions.ts'
import { Icon } from '../../ui/icons/icon.tsx'
import type { IconName } from '../../ui/icons/icon-paths.ts'
import { resumeAccount } from './account-actions.ts'
import { healthOf, isKeyHealth } from './account-health.ts'

type Props = {
  readonly account: AccountView
  readonly describedBy: string
  readonly isOpen: boolean
  readonly onOpenChange: (isOpen: boolean) => void
  /** null: there is no place above, or below. */
  readonly onMoveUp: (() => void) | null
  readonly onMoveDown: (() => void) | null
}

type ItemProps = {
  readonly id: string
  readonly icon: IconName
  readonly label: string
  readonly look?: 'danger'
}

function Item({ id, icon, label, look }: ItemProps) {
  return (
    <MenuItem id={id} className={look ? `menu-item menu-item-${look}` : 'menu-item'} textValue={label}>
      <Icon name={icon} />
      {label}
    </MenuItem>
  )
}

function ColourMenu({ account }: Pick<Props, 'account'>) {
  return (
    <SubmenuTrigger>
      <MenuItem id="colour" className="menu-item" textValue={en.accounts.colour}>
        <Icon name="colour" />
        {en.accounts.colour}
        <span className="spacer" />
        <Icon name="chevron-right" size={12} />
      </MenuItem>
      <Popover className="popover" offset={2}>
        <Menu
          className="menu"
          aria-label={en.accounts.colour}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[account.colour]}
        >
          {ACCOUNT_COLOURS.map((colour) => (
            <MenuItem
              key={colour}
              id={colour}
              className="menu-item"
              textValue={en.accounts.colours[colour]}
              onAction={() => void changeAtOnce(account.id, { colour })}
            >
              <span className="colour-dot" data-colour={colour} />
              {en.accounts.colours[colour]}
              <span className="spacer" />
              {colour === account.colour ? <Icon name="check" size={14} /> : null}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </SubmenuTrigger>
  )
}

export function AccountMenu({ account, describedBy, isOpen, onOpenChange, onMoveUp, onMoveDown }: Props) {
  const { id: accountId, isDisabled } = account
  const health = healthOf(account)
  const isSandbox = account.server.kind === 'sandbox'
  const act = (action: string | number) => {
    if (action === 'rename') openDialog({ kind: 'edit-account', accountId, part: 'name' })
    if (action === 'enter-key') openDialog({ kind: 'enter-key', accountId })
    if (action === 'resume') void resumeAccount(account)
    if (action === 'server') openDialog({ kind: 'edit-account', accountId, part: 'server' })
    if (action === 'disable') void changeAtOnce(accountId, { isDisabled: !isDisabled })
    if (action === 'up') onMoveUp?.()
    if (action === 'down') onMoveDown?.()
    if (action === 'remove') openDialog({ kind: 'remove-account', accountId })
  }
  const disabledKeys = [onMoveUp === null ? 'up' : null, onMoveDown === null ? 'down' : null].filter(
    (key) => key !== null,
  )
  return (
    <MenuTrigger isOpen={isOpen} onOpenChange={onOpenChange}>
      <Button className="icon-button entry-more" aria-label={en.accounts.more} aria-describedby={describedBy}>
        <Icon name="more" />
      </Button>
      <Popover className="popover" placement="bottom end" offset={4}>
        <Menu className="menu" onAction={act} aria-label={en.accounts.more} disabledKeys={disabledKeys}>
          <Item id="rename" icon="pencil" label={en.accounts.rename} />
          <ColourMenu account={account} />
          {isSandbox ? null : <Item id="enter-key" icon="key" label={en.accounts.newKey} />}
          {isSandbox ? null : <Item id="server" icon="server" label={en.accounts.editServer} />}
          {account.blockedBy !== null && !isKeyHealth(health) ? (
            <Item id="resume" icon="refresh" label={en.accounts.resume} />
          ) : null}
          <Separator className="menu-line" />
          <Item id="up" icon="arrow-up" label={en.accounts.moveUp} />
          <Item id="down" icon="arrow-down" label={en.accounts.moveDown} />
          <Separator className="menu-line" />
          <Item
            id="disable"
            icon={isDisabled ? 'play' : 'pause'}
            label={isDisabled ? en.accounts.enable : en.accounts.disable}
          />
          <Item id="remove" icon="trash" label={en.accounts.remove} look="danger" />
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
