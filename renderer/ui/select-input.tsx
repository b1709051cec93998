// A labelled choice of one from a few: the system's own list, so that it behaves like every other on this computer.
import { useId } from 'react'
import { Icon } from './icons/icon.tsx'

type Props<V extends string> = {
  readonly label: string
  readonly value: V
  readonly options: readonly { readonly value: V; readonly label: string }[]
  readonly onChange: (value: V) => void
  /** `inside`: the label is read to assistive technology and shown within the control. */
  readonly labelPlace?: 'above' | 'inside'
}

export function SelectInput<V extends string>({
  label,
  value,
  options,
  onChange,
  labelPlace = 'above',
}: Props<V>) {
  const id = useId()
  const choose = (chosen: string) => {
    const option = options.find((candidate) => candidate.value === chosen)
    if (option) onChange(option.value)
  }
  return (
    <div className={`field field-${labelPlace}`}>
      <label htmlFor={id} className="field-label">
        {label}
      </label>
      <div className="select">
        <select id={id} value={value} onChange={(event) => choose(event.target.value)}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <Icon name="chevron-down" size={12} />
      </div>
    </div>
  )
}
