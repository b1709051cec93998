// Lets the person choose an account's colour.
import { Label, Radio, RadioGroup } from 'react-aria-components'
import { ACCOUNT_COLOURS, type AccountColour } from '../../../shared/model/account-colours.ts'
import { en } from '../../i18n/en.ts'
import { Icon } from '../../ui/icons/icon.tsx'

type Props = { readonly value: AccountColour; readonly onChange: (colour: AccountColour) => void }

export function ColourChoice({ value, onChange }: Props) {
  const choose = (chosen: string) => {
    const colour = ACCOUNT_COLOURS.find((candidate) => candidate === chosen)
    if (colour) onChange(colour)
  }
  return (
    <RadioGroup className="colours" value={value} onChange={choose} orientation="horizontal">
      <span>
        <Label className="field-label">{en.accounts.colour}</Label>{' '}
        <span className="colour-name" aria-hidden="true">
          {en.accounts.colours[value]}
        </span>
      </span>
      <div className="colours-row">
        {ACCOUNT_COLOURS.map((colour) => (
          <Radio
            key={colour}
            value={colour}
            className="colour"
            data-colour={colour}
            aria-label={en.accounts.colours[colour]}
          >
            <span className="colour-patch">{colour === value ? <Icon name="check" size={14} /> : null}</span>
          </Radio>
        ))}
      </div>
    </RadioGroup>
  )
}
