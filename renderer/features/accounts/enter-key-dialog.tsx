// Asks for the key of an existing account once more.
import { type SubmitEvent, useId, useState } from 'react'
import type { AccountView } from '../../../shared/model/account.ts'
import { manifestOf } from '../../../shared/providers/index.ts'
import { bridge } from '../../bridge/bridge.ts'
import { settle } from '../../bridge/settle.ts'
import { en } from '../../i18n/en.ts'
import { fill } from '../../i18n/fill.ts'
import { closeDialog } from '../../stores/dialog-actions.ts'
import { showMessage } from '../../stores/message-actions.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { KeyPlace } from './key-place.tsx'
import { TestOutcome } from './test-outcome.tsx'
import type { Outcome } from './use-account-form.ts'

export function EnterKeyDialog({ account }: { readonly account: AccountView }) {
  const formId = useId()
  const [apiKey, setApiKey] = useState('')
  const [isChecked, setIsChecked] = useState(false)
  const [outcome, setOutcome] = useState<Outcome>({ kind: 'none' })
  const { server } = account
  const { displayName: provider, credentials } = manifestOf(account.providerId)
  const save = async () => {
    setIsChecked(true)
    if (apiKey.trim() === '') return
    setOutcome({ kind: 'saving' })
    const result = await settle(
      bridge().calls['accounts.setKey']({ accountId: account.id, apiKey: apiKey.trim() }),
    )
    if (!result.ok) {
      setOutcome({ kind: 'failed', failure: result.failure })
      return
    }
    showMessage({ code: 'key-saved', name: account.name })
    closeDialog()
  }
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    void save()
  }
  return (
    <Dialog
      title={en.enterKey.title}
      onClose={closeDialog}
      outcome={<TestOutcome outcome={outcome} provider={provider} />}
      buttons={
        <>
          <Button onPress={closeDialog}>{en.app.cancel}</Button>
          <Button look="primary" type="submit" form={formId} isBusy={outcome.kind === 'saving'}>
            {outcome.kind === 'saving' ? en.addAccount.saving : en.addAccount.save}
          </Button>
        </>
      }
    >
      <p className="dialog-lead">{fill(en.enterKey.lead, { name: account.name })}</p>
      <form id={formId} className="form" onSubmit={submit} noValidate>
        <TextInput
          label={en.addAccount.key}
          type="password"
          value={apiKey}
          onChange={setApiKey}
          hint={fill(en.addAccount.keyHint, { hint: credentials[0]?.hint ?? provider })}
          error={isChecked && apiKey.trim() === '' ? en.addAccount.keyMissing : null}
          isMonospace
          autoFocus
        />
        <KeyPlace provider={provider} address={server.kind === 'custom' ? server.address : ''} />
      </form>
    </Dialog>
  )
}
