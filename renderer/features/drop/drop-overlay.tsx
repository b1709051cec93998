// While files are dragged over the window: where they will go, and where else they could.
import { manifestOf } from '../../../shared/providers/index.ts'
import type { AccountView } from '../../../shared/model/account.ts'
import { en } from '../../i18n/en.ts'
import { useAccountsStore } from '../../stores/accounts-store.ts'
import { useDragStore } from '../../stores/drag-store.ts'
import { Icon } from '../../ui/icons/icon.tsx'
import { currentTarget } from './current-target.ts'
import type { DropTarget } from './drop-target.ts'

const LEADS: Readonly<Record<DropTarget['kind'], string>> = {
  account: en.drop.dropTo,
  ask: en.drop.dropAsk,
  'no-account': en.drop.dropNoAccount,
}

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

export function DropOverlay() {
  const dragging = useDragStore((state) => state.dragging)
  const overAccountId = useDragStore((state) => state.overAccountId)
  const wantsOptions = useDragStore((state) => state.wantsOptions)
  const accounts = useAccountsStore((state) => state.accounts)
  if (!dragging) return null
  const usual = currentTarget(null)
  const target = currentTarget(overAccountId)
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
              {target.kind === 'account' && target.account.isDisabled
                ? en.drop.dropDisabled
                : wantsOptions
                  ? en.drop.dropOptions
                  : LEADS[target.kind]}
            </span>
            {target.kind === 'account' ? <bdi className="drop-name">{target.account.name}</bdi> : null}
          </p>
        </div>
        {others.length === 0 && !offersOptions ? null : (
          <div className="drop-others">
            {usual.kind === 'account' && others.length > 0 ? <p>{en.drop.orElsewhere}</p> : null}
            <ul>
              {others.map((account) => (
                <Tile key={account.id} account={account} isTarget={account.id === overAccountId} />
              ))}
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
