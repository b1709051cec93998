// A labelled choice of one from a few: the system's own list, so that it behaves like every other on this computer.
import { useId } from 'react'
import { Icon } from './icons/icon.tsx'

type Props<V extends string> = {
  readonly label: string
  readonly value: V
  readonly options: readonly { readonly value: V; readonly label: string; readonly isDisabled?: boolean }[]
  readonly onChange: (value: V) => void
  /** `inside`: the label is read to assistive technology and shown within the control. */
  readonly labelPlace?: 'above' | 'inside'
  readonly hint?: string
  readonly isDisabled?: boolean
}

export function SelectInput<V extends string>({
  label,
  value,
  options,
  onChange,
  labelPlace = 'above',
  hint,
  isDisabled = false,
}: Props<V>) {
  const id = useId()
  const hintId = useId()
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
        <select
          id={id}
          value={value}
          title={options.find((option) => option.value === value)?.label}
          disabled={isDisabled}
          aria-describedby={hint === undefined ? undefined : hintId}
          style={
            labelPlace === 'inside' ? { paddingLeft: `calc(20px + ${label.length * 0.85}ch)` } : undefined
          }
          onChange={(event) => choose(event.target.value)}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value} disabled={option.isDisabled}>
              {option.label}
            </option>
          ))}
        </select>
        <Icon name="chevron-down" size={12} />
      </div>
      {hint === undefined ? null : (
        <span id={hintId} className="field-hint">
          {hint}
        </span>
      )}
    </div>
  )
}
