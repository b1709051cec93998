// Asks for what goes along with an account's uploads: one input for each field of its provider.
import { type SubmitEvent, useId, useState } from 'react'
import type { AccountView } from '../../../shared/model/account.ts'
import { manifestOf } from '../../../shared/providers/index.ts'
import { givenFields } from '../../../shared/upload-fields.ts'
import { en } from '../../i18n/en.ts'
import { fill } from '../../i18n/fill.ts'
import { useContainers } from '../../queries/use-containers.ts'
import { closeDialog } from '../../stores/dialog-actions.ts'
import { retryHeldBack } from '../../stores/retry-actions.ts'
import { currentUploadFields, saveUploadFields } from '../../stores/upload-fields.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { ContainerChoice } from './container-choice.tsx'
import { fieldErrors, ruledOutBy, startingFields } from './upload-options-form.ts'

type Props = { readonly account: AccountView; readonly retries: boolean }

export function UploadOptionsDialog({ account, retries }: Props) {
  const formId = useId()
  const manifest = manifestOf(account.providerId)
  const { uploadFields, displayName: provider, capabilities } = manifest
  const containers = useContainers(capabilities.container === null ? null : account.id)
  const [typed, setTyped] = useState(() => startingFields(currentUploadFields(account), manifest, retries))
  const [isChecked, setIsChecked] = useState(false)
  const errors = isChecked ? fieldErrors(typed, manifest) : {}
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    setIsChecked(true)
    if (Object.keys(fieldErrors(typed, manifest)).length > 0) return
    saveUploadFields(account, givenFields(typed))
    closeDialog()
    if (retries) retryHeldBack(account.id)
  }
  return (
    <Dialog
      title={fill(en.options.title, { name: account.name })}
      onClose={closeDialog}
      buttons={
        <>
          <Button onPress={closeDialog}>{en.app.cancel}</Button>
          <Button look="primary" type="submit" form={formId}>
            {retries ? en.options.saveAndRetry : en.options.save}
          </Button>
        </>
      }
    >
      <p className="dialog-lead">{retries ? en.options.leadRetry : en.options.lead}</p>
      <form id={formId} className="form" onSubmit={submit} noValidate>
        {uploadFields.map((field) => {
          const other = ruledOutBy(field, typed, manifest)
          const shared = {
            value: typed[field.name] ?? '',
            hint: other === null ? field.hint : fill(en.options.excluded, { other }),
            error: errors[field.name] ?? null,
            isDisabled: other !== null,
            onChange: (value: string) => setTyped((before) => ({ ...before, [field.name]: value })),
          }
          return field.kind === 'container' ? (
            <ContainerChoice
              key={field.name}
              field={field}
              noun={capabilities.container?.noun ?? field.label}
              provider={provider}
              containers={containers}
              {...shared}
            />
          ) : (
            <TextInput key={field.name} label={field.label} isMonospace={field.kind !== 'text'} {...shared} />
          )
        })}
      </form>
    </Dialog>
  )
}
