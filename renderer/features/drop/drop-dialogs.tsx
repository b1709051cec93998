// Shows whichever dialog about incoming files is open.
import { useAccountsStore } from '../../stores/accounts-store.ts'
import { useDialogStore } from '../../stores/dialog-store.ts'
import { KnownDialog } from './known-dialog.tsx'
import { RefusedDialog } from './refused-dialog.tsx'
import { SendDialog } from './send-dialog.tsx'
import { UploadOptionsDialog } from './upload-options-dialog.tsx'
import { WarnedDialog } from './warned-dialog.tsx'

export function DropDialogs() {
  const dialog = useDialogStore((state) => state.dialog)
  const accounts = useAccountsStore((state) => state.accounts)
  if (dialog?.kind === 'refused')
    return <RefusedDialog refused={dialog.refused} acceptedCount={dialog.acceptedCount} />
  if (dialog?.kind === 'known') return <KnownDialog groups={dialog.groups} />
  if (dialog?.kind === 'warned') return <WarnedDialog warned={dialog.warned} provider={dialog.provider} />
  if (dialog?.kind === 'send')
    return <SendDialog grants={dialog.grants} wantsOptions={dialog.wantsOptions ?? false} />
  if (dialog?.kind === 'upload-options') {
    const account = accounts.find(({ id }) => id === dialog.accountId)
    return account ? <UploadOptionsDialog account={account} retries={dialog.retries} /> : null
  }
  return null
}
