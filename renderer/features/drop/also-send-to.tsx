// The choice of further accounts that get the same files.
import { useId } from 'react'
import type { AccountId } from '../../../shared/ids.ts'
import type { AccountView } from '../../../shared/model/account.ts'
import { en } from '../../i18n/en.ts'
import { CheckInput } from '../../ui/check-input.tsx'

type Props = {
  /** Those that could be chosen. */
  readonly accounts: readonly AccountView[]
  readonly chosenIds: ReadonlySet<AccountId>
  readonly onChange: (chosenIds: ReadonlySet<AccountId>) => void
}

export function AlsoSendTo({ accounts, chosenIds, onChange }: Props) {
  const labelId = useId()
  const choose = (id: AccountId, isChosen: boolean) => {
    const others = [...chosenIds].filter((other) => other !== id)
    onChange(new Set(isChosen ? [...others, id] : others))
  }
  return (
    <div className="also-send-to" role="group" aria-labelledby={labelId}>
      <span id={labelId} className="field-label">
        {en.fanOut.alsoTo}
      </span>
      {accounts.map(({ id, name }) => (
        <CheckInput
          key={id}
          label={name}
          isSelected={chosenIds.has(id)}
          onChange={(isChosen) => choose(id, isChosen)}
        />
      ))}
    </div>
  )
}
