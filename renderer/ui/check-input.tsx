// A small labelled choice that is on or off.
import { Checkbox } from 'react-aria-components'
import { Icon } from './icons/icon.tsx'

type Props = {
  readonly label: string
  readonly isSelected: boolean
  readonly onChange: (isSelected: boolean) => void
}

export function CheckInput({ label, isSelected, onChange }: Props) {
  return (
    <Checkbox className="add-more" isSelected={isSelected} onChange={onChange}>
      <span className="check-box">
        <Icon name="check" size={12} />
      </span>
      {label}
    </Checkbox>
  )
}
