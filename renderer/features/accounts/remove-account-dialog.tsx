// Asks before an account is removed, and says what that does.
import { useState } from 'react'
import type { AccountView } from '../../../shared/model/account.ts'
import { en } from '../../i18n/en.ts'
import { fill } from '../../i18n/fill.ts'
import { closeDialog } from '../../stores/dialog-actions.ts'
import { useQueueStore } from '../../stores/queue-store.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { removeAccount } from './account-actions.ts'
import { removalEffects } from './removal-effects.ts'

export function RemoveAccountDialog({ account }: { readonly account: AccountView }) {
  const [isRemoving, setIsRemoving] = useState(false)
  const jobs = useQueueStore((state) => state.jobs)
  const remove = async () => {
    setIsRemoving(true)
    await removeAccount(account)
    setIsRemoving(false)
  }
  return (
    <Dialog
      role="alertdialog"
      title={fill(en.removeAccount.title, { name: account.name })}
      onClose={closeDialog}
      buttons={
        <>
          <Button autoFocus onPress={closeDialog}>
            {en.app.cancel}
          </Button>
          <Button look="danger" isBusy={isRemoving} onPress={() => void remove()}>
            {en.removeAccount.confirm}
          </Button>
        </>
      }
    >
      <ul className="effects">
        {removalEffects(account, jobs.values()).map((effect) => (
          <li key={effect}>{effect}</li>
        ))}
      </ul>
    </Dialog>
  )
}
