// Asks which account files go to, where it is not plain: offered by the system, or dropped on All uploads.
import { useState } from 'react'
import type { GrantToken } from '../../../shared/ids.ts'
import { en } from '../../i18n/en.ts'
import { plural } from '../../i18n/plural.ts'
import { useAccountsStore } from '../../stores/accounts-store.ts'
import { closeDialog } from '../../stores/dialog-actions.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { SelectInput } from '../../ui/select-input.tsx'
import { currentTarget } from './current-target.ts'
import { sendGrants } from './send-files.ts'

export function SendDialog({ grants }: { readonly grants: readonly GrantToken[] }) {
  const accounts = useAccountsStore((state) => state.accounts)
  const [chosenId, setChosenId] = useState<string>(() => {
    const target = currentTarget(null)
    return target.kind === 'account' ? target.account.id : ''
  })
  const chosen = accounts.find(({ id }) => id === chosenId) ?? accounts[0]
  const send = () => {
    closeDialog()
    if (chosen) void sendGrants(grants, chosen)
  }
  return (
    <Dialog
      title={plural(en.drop.sendTitle, grants.length)}
      onClose={closeDialog}
      buttons={
        <>
          <Button onPress={closeDialog}>{en.app.cancel}</Button>
          <Button look="primary" autoFocus isDisabled={!chosen} onPress={send}>
            {en.drop.send}
          </Button>
        </>
      }
    >
      <p className="dialog-lead">{en.drop.sendLead}</p>
      <SelectInput<string>
        label={en.drop.sendTo}
        value={chosen?.id ?? ''}
        options={accounts.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={setChosenId}
      />
    </Dialog>
  )
}
