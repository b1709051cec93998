// Says above the library that the open account is disabled, with the way back.
import type { AccountView } from '../../../shared/model/account.ts'
import { en } from '../../i18n/en.ts'
import { changeAtOnce } from '../../stores/accounts-actions.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icons/icon.tsx'

export function DisabledNote({ account }: { readonly account: AccountView | null }) {
  if (!account?.isDisabled) return null
  return (
    <div className="notice notice-calm">
      <Icon name="pause" />
      <p>{en.accounts.disabledLead}</p>
      <Button size="small" onPress={() => void changeAtOnce(account.id, { isDisabled: false })}>
        {en.accounts.enable}
      </Button>
    </div>
  )
}
