// Lets the person choose an account's colour.
import { Label, RadioButton, RadioField, RadioGroup } from 'react-aria-components'
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
          <RadioField key={colour} value={colour} aria-label={en.accounts.colours[colour]}>
            <RadioButton className="colour" data-colour={colour}>
              <span className="colour-patch">
                {colour === value ? <Icon name="check" size={14} /> : null}
              </span>
            </RadioButton>
          </RadioField>
        ))}
      </div>
    </RadioGroup>
  )
}
