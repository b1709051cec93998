// A small labelled choice that is on or off.
import { CheckboxButton, CheckboxField } from 'react-aria-components'
import { Icon } from './icons/icon.tsx'

type Props = {
  readonly label: string
  readonly isSelected: boolean
  readonly onChange: (isSelected: boolean) => void
}

export function CheckInput({ label, isSelected, onChange }: Props) {
  return (
    <CheckboxField className="check" isSelected={isSelected} onChange={onChange}>
      <CheckboxButton className="check-label">
        <span className="check-box">
          <Icon name="check" size={12} />
        </span>
        {label}
      </CheckboxButton>
    </CheckboxField>
  )
}
