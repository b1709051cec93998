// Asks to which account of this computer the assets of each account of another one go.
import type { AccountView } from '../../../shared/model/account.ts'
import type { AccountChoice, ForeignAccount } from '../../../shared/model/transfer.ts'
import { manifestOf } from '../../../shared/providers/index.ts'
import { en } from '../../i18n/en.ts'
import { fill } from '../../i18n/fill.ts'
import { plural } from '../../i18n/plural.ts'
import { useAccountsStore } from '../../stores/accounts-store.ts'
import { SelectInput } from '../../ui/select-input.tsx'

type Props = {
  readonly foreign: readonly ForeignAccount[]
  readonly choices: ReadonlyMap<string, AccountChoice>
  readonly onChoose: (key: string, choice: AccountChoice) => void
}

const words = en.transfer.import

export function AccountPlaces({ foreign, choices, onChoose }: Props) {
  const accounts = useAccountsStore((state) => state.accounts)
  return (
    <section className="account-places" aria-label={words.accounts}>
      <p className="dialog-lead">{words.accountsLead}</p>
      {foreign.map((account) => {
        const options = optionsFor(account, accounts)
        const chosen = valueOf(choices.get(account.key) ?? { to: 'skip' })
        return (
          <SelectInput
            key={account.key}
            label={plural(words.from, account.entryCount, { name: nameOf(account) })}
            value={chosen}
            options={options.map(({ choice, label }) => ({ value: valueOf(choice), label }))}
            onChange={(value) => {
              const option = options.find(({ choice }) => valueOf(choice) === value)
              if (option) onChoose(account.key, option.choice)
            }}
          />
        )
      })}
    </section>
  )
}

function nameOf({ name, providerId }: ForeignAccount): string {
  return name ?? fill(words.removedName, { provider: manifestOf(providerId).displayName })
}

function optionsFor({ providerId, matchId }: ForeignAccount, accounts: readonly AccountView[]) {
  const here = accounts.filter((account) => account.providerId === providerId)
  const isRemovedHere = matchId !== null && here.every(({ id }) => id !== matchId)
  const options: readonly { readonly choice: AccountChoice; readonly label: string }[] = [
    ...(isRemovedHere
      ? [{ choice: { to: 'account', accountId: matchId }, label: words.removedHere } as const]
      : []),
    ...here.map(({ id, name }) => ({ choice: { to: 'account', accountId: id } as const, label: name })),
    ...(matchId === null ? [{ choice: { to: 'new' } as const, label: words.add }] : []),
    { choice: { to: 'skip' }, label: words.skip },
  ]
  return options
}

function valueOf(choice: AccountChoice): string {
  return choice.to === 'account' ? `account ${choice.accountId}` : choice.to
}
