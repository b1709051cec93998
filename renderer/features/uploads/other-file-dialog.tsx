// Asks whether a file of other content may take the place of one that is missing.
import { en } from '../../i18n/en.ts'
import { fill } from '../../i18n/fill.ts'
import { closeDialog } from '../../stores/dialog-actions.ts'
import { useDialogStore } from '../../stores/dialog-store.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { locateFile } from './locate-file.ts'

export function OtherFileDialog() {
  const dialog = useDialogStore((state) => state.dialog)
  if (dialog?.kind !== 'other-file') return null
  const { jobId, fileName, provider, other, otherName } = dialog
  const send = () => {
    closeDialog()
    void locateFile({ id: jobId, fileName }, provider, other)
  }
  return (
    <Dialog
      title={en.locate.otherTitle}
      onClose={closeDialog}
      buttons={
        <>
          <Button autoFocus onPress={closeDialog}>
            {en.app.cancel}
          </Button>
          <Button look="primary" onPress={send}>
            {en.locate.sendOther}
          </Button>
        </>
      }
    >
      <p className="dialog-lead">{fill(en.locate.otherLead, { name: otherName, file: fileName })}</p>
    </Dialog>
  )
}
