// Asks for what goes along with an account's uploads: from now on, or with the next files only.
import { type SubmitEvent, useId, useState } from 'react'
import type { AccountView } from '../../../shared/model/account.ts'
import { manifestOf } from '../../../shared/providers/index.ts'
import { en } from '../../i18n/en.ts'
import { fill } from '../../i18n/fill.ts'
import { closeDialog } from '../../stores/dialog-actions.ts'
import { clearOneOffFields, currentOneOffFields, setOneOffFields } from '../../stores/one-off-fields.ts'
import { retryHeldBack } from '../../stores/retry-actions.ts'
import { currentUploadFields, saveUploadFields } from '../../stores/upload-fields.ts'
import { Button } from '../../ui/button.tsx'
import { CheckInput } from '../../ui/check-input.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { UploadOptionsInputs } from './upload-options-inputs.tsx'
import { startingFields } from './upload-options-form.ts'
import { useUploadOptions } from './use-upload-options.ts'

type Props = { readonly account: AccountView; readonly retries: boolean }

export function UploadOptionsDialog({ account, retries }: Props) {
  const formId = useId()
  const oneOff = retries ? null : currentOneOffFields(account.id)
  const [isOnce, setIsOnce] = useState(oneOff !== null)
  const kept = oneOff ?? currentUploadFields(account)
  const options = useUploadOptions(account, startingFields(kept, manifestOf(account.providerId), retries))
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const fields = options.check()
    if (fields === null) return
    if (!isOnce) {
      saveUploadFields(account, fields)
      clearOneOffFields(account.id)
    } else if (!retries) setOneOffFields(account.id, fields)
    closeDialog()
    if (retries) retryHeldBack(account.id, fields)
  }
  const lead = retries ? en.options.leadRetry : isOnce ? en.options.leadOnce : en.options.lead
  const apply = isOnce ? en.options.useOnce : en.options.save
  return (
    <Dialog
      title={fill(en.options.title, { name: account.name })}
      onClose={closeDialog}
      buttons={
        <>
          <CheckInput
            label={retries ? en.options.theseOnly : en.options.nextOnly}
            isSelected={isOnce}
            onChange={setIsOnce}
          />
          <span className="spacer" />
          <Button onPress={closeDialog}>{en.app.cancel}</Button>
          <Button look="primary" type="submit" form={formId}>
            {retries ? (isOnce ? en.options.retry : en.options.saveAndRetry) : apply}
          </Button>
        </>
      }
    >
      <p className="dialog-lead">{lead}</p>
      <form id={formId} className="form" onSubmit={submit} noValidate>
        <UploadOptionsInputs {...options} />
      </form>
    </Dialog>
  )
}
