// Says where a key will be kept, before it is entered.
import { en } from '../../i18n/en.ts'
import { fill } from '../../i18n/fill.ts'
import { useAppStore } from '../../stores/app-store.ts'
import { Icon } from '../../ui/icons/icon.tsx'

export function KeyPlace({ provider }: { readonly provider: string }) {
  const keyring = useAppStore((state) => state.keyring)
  return (
    <p className="key-place">
      <Icon name={keyring.available ? 'lock' : 'alert'} />
      {keyring.available
        ? fill(en.addAccount.keyring, { name: keyring.name, provider })
        : en.addAccount.noKeyring}
    </p>
  )
}
