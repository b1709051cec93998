// What few people need of an account, folded away.
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components'
import { en } from '../../i18n/en.ts'
import { fill } from '../../i18n/fill.ts'
import { Icon } from '../../ui/icons/icon.tsx'
import { TextInput } from '../../ui/text-input.tsx'

type Props = {
  readonly provider: string
  readonly origin: string
  readonly address: string
  readonly onChange: (address: string) => void
  /** Unfolded from the start, because it is what the person came for. */
  readonly isWanted?: boolean
}

export function AdvancedFields({ provider, origin, address, onChange, isWanted = false }: Props) {
  return (
    <Disclosure className="disclosure" defaultExpanded={isWanted}>
      <Heading level={3}>
        <Button slot="trigger" className="disclosure-button">
          <Icon name="chevron-right" />
          {en.addAccount.advanced}
        </Button>
      </Heading>
      <DisclosurePanel className="disclosure-panel">
        <TextInput
          label={en.addAccount.address}
          value={address}
          onChange={onChange}
          hint={fill(en.addAccount.addressHint, { provider, origin: new URL(origin).host })}
          isMonospace
          autoFocus={isWanted}
        />
      </DisclosurePanel>
    </Disclosure>
  )
}
