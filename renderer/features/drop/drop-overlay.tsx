// While files are dragged over the window: where they will go, and where else they could.
import { manifestOf } from '../../../shared/providers/index.ts'
import type { AccountView } from '../../../shared/model/account.ts'
import { en } from '../../i18n/en.ts'
import { fill } from '../../i18n/fill.ts'
import { useAccountsStore } from '../../stores/accounts-store.ts'
import { useDragStore } from '../../stores/drag-store.ts'
import { Icon } from '../../ui/icons/icon.tsx'
import { commandKeyName } from '../../ui/shortcut.ts'
import { currentTarget } from './current-target.ts'
import type { DropTarget } from './drop-target.ts'

const LEADS: Readonly<Record<DropTarget['kind'], string>> = {
  account: en.drop.dropTo,
  ask: en.drop.dropAsk,
  'no-account': en.drop.dropNoAccount,
}

const list = new Intl.ListFormat('en', { type: 'conjunction' })

/** A disabled account shows where it is, but takes nothing. */
function Tile({ account, isTarget }: { readonly account: AccountView; readonly isTarget: boolean }) {
  return (
    <li
      className="drop-tile"
      data-drop-account={account.id}
      data-drop-target={(isTarget && !account.isDisabled) || undefined}
      data-disabled={account.isDisabled || undefined}
    >
      <bdi>{account.name}</bdi>
      <span>
        {account.isDisabled ? <Icon name="pause" size={12} /> : null}
        {account.isDisabled ? en.accounts.health.disabled : manifestOf(account.providerId).displayName}
        {account.server.kind === 'sandbox' ? <span className="badge">{en.accounts.sandbox}</span> : null}
      </span>
    </li>
  )
}

function hasOptions(account: AccountView): boolean {
  return !account.isDisabled && manifestOf(account.providerId).uploadFields.length > 0
}

type Wish = { readonly wantsOptions: boolean; readonly wantsSeveral: boolean; readonly isGathering: boolean }

function leadOf(target: DropTarget, { wantsOptions, wantsSeveral, isGathering }: Wish): string {
  if (wantsSeveral) return en.fanOut.dropSeveral
  if (wantsOptions) return en.drop.dropOptions
  if (isGathering) return en.drop.dropTo
  return target.kind === 'account' && target.account.isDisabled ? en.drop.dropDisabled : LEADS[target.kind]
}

export function DropOverlay() {
  const dragging = useDragStore((state) => state.dragging)
  const overAccountId = useDragStore((state) => state.overAccountId)
  const wantsOptions = useDragStore((state) => state.wantsOptions)
  const wantsSeveral = useDragStore((state) => state.wantsSeveral)
  const gatheredIds = useDragStore((state) => state.gatheredIds)
  const accounts = useAccountsStore((state) => state.accounts)
  if (!dragging) return null
  const usual = currentTarget(null)
  const target = currentTarget(overAccountId)
  const gathered = accounts.filter(({ id }) => gatheredIds.includes(id))
  const others = accounts.filter(({ id }) => usual.kind !== 'account' || id !== usual.account.id)
  const offersOptions = usual.kind === 'account' ? hasOptions(usual.account) : accounts.some(hasOptions)
  return (
    <div className="drop-overlay" role="status">
      <div className="drop-frame">
        <div className="drop-message">
          <span className="drop-arrow">
            <Icon name="upload" size={32} />
          </span>
          <p>
            <span className="drop-lead">
              {leadOf(target, { wantsOptions, wantsSeveral, isGathering: gathered.length > 0 })}
            </span>
            {gathered.length > 0 ? (
              <bdi className="drop-name">{list.format(gathered.map(({ name }) => name))}</bdi>
            ) : target.kind === 'account' && !wantsSeveral ? (
              <bdi className="drop-name">{target.account.name}</bdi>
            ) : null}
          </p>
        </div>
        {others.length === 0 && !offersOptions ? null : (
          <div className="drop-others">
            {usual.kind === 'account' && others.length > 0 ? (
              <p>{fill(en.fanOut.addHint, { key: commandKeyName })}</p>
            ) : null}
            <ul>
              {others.map((account) => (
                <Tile
                  key={account.id}
                  account={account}
                  isTarget={gathered.length > 0 ? gathered.includes(account) : account.id === overAccountId}
                />
              ))}
              {accounts.length > 1 ? (
                <li
                  className="drop-tile drop-tile-options"
                  data-drop-several
                  data-drop-target={wantsSeveral || undefined}
                >
                  <Icon name="grid" />
                  {en.fanOut.several}
                </li>
              ) : null}
              {offersOptions ? (
                <li
                  className="drop-tile drop-tile-options"
                  data-drop-options
                  data-drop-target={wantsOptions || undefined}
                >
                  <Icon name="settings" />
                  {en.drop.chooseOptions}
                </li>
              ) : null}
            </ul>
          </div>
        )}
      </div>
    </div>
  )
}
