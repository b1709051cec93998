// Asks for a provider, a name and a key.
import { type SubmitEvent, useId, useState } from 'react'
import type { ProviderId } from '../../../shared/providers/index.ts'
import { manifestOf, PROVIDER_IDS } from '../../../shared/providers/index.ts'
import { en } from '../../i18n/en.ts'
import { fill } from '../../i18n/fill.ts'
import { plural } from '../../i18n/plural.ts'
import { abandonAddAccount, finishAddAccount } from '../../stores/dialog-actions.ts'
import { useDialogStore } from '../../stores/dialog-store.ts'
import { Button } from '../../ui/button.tsx'
import { CheckInput } from '../../ui/check-input.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Icon } from '../../ui/icons/icon.tsx'
import { SelectInput } from '../../ui/select-input.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { enterAccount } from './account-actions.ts'
import { AdvancedFields } from './advanced-fields.tsx'
import { KeyField } from './key-field.tsx'
import { KeyPlace } from './key-place.tsx'
import { SandboxOffer } from './sandbox-offer.tsx'
import { TestOutcome } from './test-outcome.tsx'
import { useAccountForm } from './use-account-form.ts'

const PROVIDERS = PROVIDER_IDS.map((value) => ({ value, label: manifestOf(value).displayName }))

type Props = {
  /** Begin with the key that the environment holds for this provider. */
  readonly foundKeyOf: ProviderId | null
}

export function AddAccountDialog({ foundKeyOf }: Props) {
  const [addedCount, setAddedCount] = useState(0)
  const [addsMore, setAddsMore] = useState(false)
  return (
    <EmptyForm
      // A new one for each account: no key may linger from the one before.
      key={addedCount}
      foundKeyOf={addedCount === 0 ? foundKeyOf : null}
      addsMore={addsMore}
      onAddsMore={setAddsMore}
      onAdded={() => (addsMore ? setAddedCount(addedCount + 1) : finishAddAccount())}
    />
  )
}

type FormProps = Props & {
  readonly addsMore: boolean
  readonly onAddsMore: (addsMore: boolean) => void
  readonly onAdded: () => void
}

function EmptyForm({ foundKeyOf, addsMore, onAddsMore, onAdded }: FormProps) {
  const formId = useId()
  const heldCount = useDialogStore((state) => state.heldGrants.length)
  const { form, change, chooseProvider, outcome, isBusy, ...state } = useAccountForm(foundKeyOf)
  const manifest = manifestOf(form.providerId)
  const provider = manifest.displayName
  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    const account = await state.save()
    if (account === null) return
    enterAccount(account)
    onAdded()
  }
  return (
    <Dialog
      title={en.addAccount.title}
      onClose={abandonAddAccount}
      outcome={<TestOutcome outcome={outcome} provider={provider} />}
      buttons={
        <>
          <Button
            isBusy={isBusy}
            isDisabled={!manifest.capabilities.keyCheck}
            onPress={() => void state.test()}
          >
            {outcome.kind === 'testing' ? en.addAccount.testing : en.addAccount.test}
          </Button>
          <span className="spacer" />
          <CheckInput label={en.addAccount.addMore} isSelected={addsMore} onChange={onAddsMore} />
          <Button onPress={abandonAddAccount}>{en.app.cancel}</Button>
          <Button look="primary" type="submit" form={formId} isBusy={isBusy}>
            {outcome.kind === 'saving' ? en.addAccount.saving : en.addAccount.save}
          </Button>
        </>
      }
    >
      {heldCount > 0 ? <p className="dialog-lead">{plural(en.addAccount.noAccountYet, heldCount)}</p> : null}
      <form id={formId} className="form" onSubmit={(event) => void submit(event)} noValidate>
        <SelectInput
          label={en.addAccount.provider}
          value={form.providerId}
          options={PROVIDERS}
          onChange={chooseProvider}
        />
        <TextInput
          label={en.addAccount.name}
          value={form.name}
          onChange={(name) => change({ name })}
          hint={fill(en.addAccount.nameHint, { provider })}
          error={state.isNameError ? en.addAccount.nameMissing : null}
          autoFocus
        />
        <KeyField
          manifest={manifest}
          apiKey={form.apiKey}
          onChange={(apiKey) => change({ apiKey })}
          isMissing={state.isKeyError}
          variable={state.variable}
          usesFoundKey={state.usesFoundKey}
          onUseFound={(usesFoundKey) => change({ usesFoundKey })}
        />
        <KeyPlace provider={provider} address={form.serverAddress} />
        {manifest.capabilities.keyCheck ? null : (
          <p className="key-place">
            <Icon name="upload" />
            {en.addAccount.uploadTells}
          </p>
        )}
        <AdvancedFields
          provider={provider}
          origin={manifest.origins.api}
          address={form.serverAddress}
          onChange={(serverAddress) => change({ serverAddress })}
        />
      </form>
      <SandboxOffer />
    </Dialog>
  )
}
