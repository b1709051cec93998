// One account in the sidebar: its name, its health, and what can be done with it.
import { type HTMLAttributes, type KeyboardEvent, useId } from 'react'
import type { AccountView } from '../../../shared/model/account.ts'
import { manifestOf } from '../../../shared/providers/index.ts'
import { en } from '../../i18n/en.ts'
import { useDragStore } from '../../stores/drag-store.ts'
import { openAccount } from '../../stores/open-account.ts'
import { AccountEmblem } from '../../ui/account-emblem.tsx'
import { shortcutLabel, shortcutName } from '../../ui/shortcut.ts'
import { AccountMenu } from './account-menu.tsx'
import { AccountStatus } from './account-status.tsx'
import { useContextMenu } from './use-context-menu.ts'

const LAST_SHORTCUT = 9

type Props = {
  readonly account: AccountView
  /** From 1. */
  readonly place: number
  readonly isOpen: boolean
  readonly isDragged: boolean
  /** Where another entry would land, relative to this one. */
  readonly insertMark: 'before' | 'after' | undefined
  readonly dragProps: HTMLAttributes<HTMLElement>
  readonly onMoveUp: (() => void) | null
  readonly onMoveDown: (() => void) | null
}

export function AccountEntry({ account, place, isOpen, isDragged, insertMark, dragProps, ...moves }: Props) {
  const nameId = useId()
  const isUnderDrag = useDragStore((state) => state.overAccountId === account.id)
  const menu = useContextMenu()
  const { name, keyState } = account
  const hasShortcut = place <= LAST_SHORTCUT
  const move = (event: KeyboardEvent<HTMLButtonElement>) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    const step = event.key === 'ArrowUp' ? moves.onMoveUp : moves.onMoveDown
    const button = event.currentTarget
    step?.()
    button.focus()
  }
  const title = [
    `${name} · ${manifestOf(account.providerId).displayName}`,
    hasShortcut ? ` (${shortcutLabel(String(place))})` : '',
    keyState === 'this-run' ? `\n${en.accounts.keyThisRun}` : '',
  ].join('')
  return (
    <li
      className="entry"
      data-current={isOpen || undefined}
      data-drop-account={account.id}
      data-drop-target={isUnderDrag || undefined}
      data-dragged={isDragged || undefined}
      data-insert={insertMark}
      onContextMenu={menu.open}
      {...dragProps}
    >
      <button
        type="button"
        className="entry-main"
        title={title}
        aria-current={isOpen ? 'page' : undefined}
        aria-keyshortcuts={hasShortcut ? shortcutName(String(place)) : undefined}
        onClick={() => openAccount(account.id)}
        onKeyDown={move}
      >
        <AccountEmblem name={name} colour={account.colour} isDimmed={account.isDisabled} />
        <span className="entry-text">
          <bdi id={nameId} className="entry-name">
            {name}
          </bdi>
          <AccountStatus account={account} />
        </span>
      </button>
      <AccountMenu
        account={account}
        describedBy={nameId}
        isOpen={menu.isOpen}
        onOpenChange={menu.setIsOpen}
        {...moves}
      />
    </li>
  )
}
