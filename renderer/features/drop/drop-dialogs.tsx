// Shows whichever dialog about incoming files is open.
import { useDialogStore } from '../../stores/dialog-store.ts'
import { RefusedDialog } from './refused-dialog.tsx'
import { SendDialog } from './send-dialog.tsx'

export function DropDialogs() {
  const dialog = useDialogStore((state) => state.dialog)
  if (dialog?.kind === 'refused')
    return (
      <RefusedDialog
        refused={dialog.refused}
        acceptedCount={dialog.acceptedCount}
        provider={dialog.provider}
      />
    )
  if (dialog?.kind === 'send') return <SendDialog grants={dialog.grants} />
  return null
}
