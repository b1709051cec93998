// Changes an account: its name, its colour, its key, its server.
import { type SubmitEvent, useId } from 'react'
import type { AccountView } from '../../../shared/model/account.ts'
import { manifestOf } from '../../../shared/providers/index.ts'
import { en } from '../../i18n/en.ts'
import { fill } from '../../i18n/fill.ts'
import { closeDialog } from '../../stores/dialog-actions.ts'
import { showMessage } from '../../stores/message-actions.ts'
import { AccountEmblem } from '../../ui/account-emblem.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { AdvancedFields } from './advanced-fields.tsx'
import { ColourChoice } from './colour-choice.tsx'
import { KeyPlace } from './key-place.tsx'
import { TestOutcome } from './test-outcome.tsx'
import { useEditForm } from './use-edit-form.ts'

type Props = { readonly account: AccountView; readonly part: 'name' | 'server' }

function hostOf(address: string): string | null {
  return URL.canParse(address) ? new URL(address).host : null
}

export function EditAccountDialog({ account, part }: Props) {
  const formId = useId()
  const { form, change, outcome, isMoved, isNameError, isKeyError, save } = useEditForm(account)
  const { displayName: provider, origins } = manifestOf(account.providerId)
  const host = hostOf(form.serverAddress.trim()) ?? fill(en.editAccount.ownAddress, { provider })
  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    if (!(await save())) return
    showMessage({ code: 'account-changed', name: form.name.trim() })
    closeDialog()
  }
  return (
    <Dialog
      title={en.editAccount.title}
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
      <form id={formId} className="form" onSubmit={(event) => void submit(event)} noValidate>
        <div className="named">
          <AccountEmblem name={form.name} colour={form.colour} />
          <TextInput
            label={en.addAccount.name}
            value={form.name}
            onChange={(name) => change({ name })}
            error={isNameError ? en.addAccount.nameMissing : null}
            autoFocus={part === 'name'}
          />
        </div>
        <ColourChoice value={form.colour} onChange={(colour) => change({ colour })} />
        {account.server.kind === 'sandbox' ? (
          <p className="key-place">{en.editAccount.sandbox}</p>
        ) : (
          <>
            <TextInput
              label={en.addAccount.key}
              type="password"
              value={form.apiKey}
              onChange={(apiKey) => change({ apiKey })}
              hint={isMoved ? fill(en.editAccount.keyMoved, { host }) : en.editAccount.keyHint}
              error={isKeyError ? en.editAccount.keyMissing : null}
              isMonospace
            />
            <KeyPlace provider={provider} address={form.serverAddress} />
            <AdvancedFields
              provider={provider}
              origin={origins.api}
              address={form.serverAddress}
              onChange={(serverAddress) => change({ serverAddress })}
              isWanted={part === 'server'}
            />
          </>
        )}
      </form>
    </Dialog>
  )
}
