// Shows whichever dialog about the record as a file is open.
import { useDialogStore } from '../../stores/dialog-store.ts'
import { ExportDialog } from './export-dialog.tsx'
import { ImportDialog } from './import-dialog.tsx'

export function TransferDialogs() {
  const dialog = useDialogStore((state) => state.dialog)
  if (dialog?.kind === 'export-record') return <ExportDialog choices={dialog.choices} />
  return dialog?.kind === 'import-record' ? <ImportDialog /> : null
}
