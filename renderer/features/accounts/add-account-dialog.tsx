// Asks for a provider, a name and a key.
import { type SubmitEvent, useId } from 'react'
import { manifestOf, PROVIDER_IDS } from '../../../shared/providers/index.ts'
import { en } from '../../i18n/en.ts'
import { fill } from '../../i18n/fill.ts'
import { plural } from '../../i18n/plural.ts'
import { abandonAddAccount } from '../../stores/dialog-actions.ts'
import { useDialogStore } from '../../stores/dialog-store.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { SelectInput } from '../../ui/select-input.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { AdvancedFields } from './advanced-fields.tsx'
import { KeyPlace } from './key-place.tsx'
import { TestOutcome } from './test-outcome.tsx'
import { useAccountForm } from './use-account-form.ts'

const PROVIDERS = PROVIDER_IDS.map((value) => ({ value, label: manifestOf(value).displayName }))

export function AddAccountDialog() {
  const formId = useId()
  const heldCount = useDialogStore((state) => state.heldGrants.length)
  const { form, change, outcome, isBusy, isNameError, isKeyError, test, save } = useAccountForm()
  const manifest = manifestOf(form.providerId)
  const provider = manifest.displayName
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    void save()
  }
  return (
    <Dialog
      title={en.addAccount.title}
      onClose={abandonAddAccount}
      buttons={
        <>
          <Button isDisabled={isBusy} onPress={() => void test()}>
            {outcome.kind === 'testing' ? en.addAccount.testing : en.addAccount.test}
          </Button>
          <span className="spacer" />
          <Button onPress={abandonAddAccount}>{en.app.cancel}</Button>
          <Button look="primary" type="submit" form={formId} isDisabled={isBusy}>
            {outcome.kind === 'saving' ? en.addAccount.saving : en.addAccount.save}
          </Button>
        </>
      }
    >
      {heldCount > 0 ? <p className="dialog-lead">{plural(en.addAccount.noAccountYet, heldCount)}</p> : null}
      <form id={formId} className="form" onSubmit={submit} noValidate>
        <SelectInput
          label={en.addAccount.provider}
          value={form.providerId}
          options={PROVIDERS}
          onChange={(providerId) => change({ providerId })}
        />
        <TextInput
          label={en.addAccount.name}
          value={form.name}
          onChange={(name) => change({ name })}
          hint={fill(en.addAccount.nameHint, { provider })}
          error={isNameError ? en.addAccount.nameMissing : null}
          autoFocus
        />
        <TextInput
          label={en.addAccount.key}
          type="password"
          value={form.apiKey}
          onChange={(apiKey) => change({ apiKey })}
          hint={fill(en.addAccount.keyHint, { hint: manifest.credentials[0]?.hint ?? provider })}
          error={isKeyError ? en.addAccount.keyMissing : null}
          isMonospace
        />
        <KeyPlace provider={provider} />
        <AdvancedFields
          provider={provider}
          origin={manifest.origins.api}
          address={form.serverAddress}
          onChange={(serverAddress) => change({ serverAddress })}
        />
        <TestOutcome outcome={outcome} provider={provider} />
      </form>
    </Dialog>
  )
}
