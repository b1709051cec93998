// Says where a key will be kept or sent, before it is entered.
import { en } from '../../i18n/en.ts'
import { fill } from '../../i18n/fill.ts'
import { useAppStore } from '../../stores/app-store.ts'
import { Icon } from '../../ui/icons/icon.tsx'

type Props = {
  readonly provider: string
  /** Empty: the provider's own. Whoever enters a key must see that it goes elsewhere. */
  readonly address: string
}

export function KeyPlace({ provider, address }: Props) {
  const recipient = URL.canParse(address) ? new URL(address).host : provider
  const keyring = useAppStore((state) => state.keyring)
  return (
    <p className="key-place">
      <Icon name={keyring.available ? 'lock' : 'alert'} />
      {keyring.available
        ? fill(en.addAccount.keyring, { name: keyring.name, recipient })
        : fill(en.addAccount.noKeyring, { recipient })}
    </p>
  )
}
