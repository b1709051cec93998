// Asks which account files go to, where it is not plain, with what goes along with them.
import { useId, useState } from 'react'
import type { AccountId, GrantToken } from '../../../shared/ids.ts'
import { en } from '../../i18n/en.ts'
import { fill } from '../../i18n/fill.ts'
import { plural } from '../../i18n/plural.ts'
import { useAccountsStore } from '../../stores/accounts-store.ts'
import { closeDialog } from '../../stores/dialog-actions.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { SelectInput } from '../../ui/select-input.tsx'
import { AlsoSendTo } from './also-send-to.tsx'
import { currentTarget } from './current-target.ts'
import { SendOptions } from './send-options.tsx'

type Props = {
  readonly grants: readonly GrantToken[]
  /** Whether the person came for them, so that they are unfolded. */
  readonly wantsOptions: boolean
}

export function SendDialog({ grants, wantsOptions }: Props) {
  const formId = useId()
  const accounts = useAccountsStore((state) => state.accounts)
  const [chosenId, setChosenId] = useState<string>(() => {
    const target = currentTarget(null)
    return target.kind === 'account' ? target.account.id : ''
  })
  const [alsoIds, setAlsoIds] = useState<ReadonlySet<AccountId>>(new Set())
  const enabled = accounts.filter(({ isDisabled }) => !isDisabled)
  const chosen = enabled.find(({ id }) => id === chosenId) ?? enabled[0]
  const others = enabled.filter((account) => account !== chosen)
  return (
    <Dialog
      title={plural(en.drop.sendTitle, grants.length)}
      onClose={closeDialog}
      buttons={
        <>
          <Button onPress={closeDialog}>{en.app.cancel}</Button>
          <Button look="primary" type="submit" form={formId} autoFocus isDisabled={!chosen}>
            {en.drop.send}
          </Button>
        </>
      }
    >
      <p className="dialog-lead">{en.drop.sendLead}</p>
      <SelectInput<string>
        label={en.drop.sendTo}
        value={chosen?.id ?? ''}
        options={accounts.map(({ id, name, isDisabled }) => ({
          value: id,
          label: isDisabled ? fill(en.drop.disabledName, { name }) : name,
          isDisabled,
        }))}
        {...(enabled.length < accounts.length && {
          hint: enabled.length === 0 ? en.drop.allDisabled : en.drop.someDisabled,
        })}
        onChange={setChosenId}
      />
      {others.length > 0 ? <AlsoSendTo accounts={others} chosenIds={alsoIds} onChange={setAlsoIds} /> : null}
      {chosen ? (
        <SendOptions
          key={chosen.id}
          account={chosen}
          grants={grants}
          also={others.filter(({ id }) => alsoIds.has(id))}
          formId={formId}
          isUnfolded={wantsOptions}
        />
      ) : null}
    </Dialog>
  )
}
