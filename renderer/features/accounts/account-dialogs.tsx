// Shows whichever dialog about accounts is open.
import { useAccountsStore } from '../../stores/accounts-store.ts'
import { useDialogStore } from '../../stores/dialog-store.ts'
import { AddAccountDialog } from './add-account-dialog.tsx'
import { EditAccountDialog } from './edit-account-dialog.tsx'
import { EnterKeyDialog } from './enter-key-dialog.tsx'
import { RemoveAccountDialog } from './remove-account-dialog.tsx'

export function AccountDialogs() {
  const dialog = useDialogStore((state) => state.dialog)
  const accountId = dialog !== null && 'accountId' in dialog ? dialog.accountId : null
  const account = useAccountsStore((state) => state.accounts.find(({ id }) => id === accountId))
  if (dialog?.kind === 'add-account') return <AddAccountDialog foundKeyOf={dialog.foundKeyOf ?? null} />
  if (!account) return null
  if (dialog?.kind === 'edit-account') return <EditAccountDialog account={account} part={dialog.part} />
  if (dialog?.kind === 'enter-key') return <EnterKeyDialog account={account} />
  if (dialog?.kind === 'remove-account') return <RemoveAccountDialog account={account} />
  return null
}
