// A small choice of which one is always on, side by side.
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { Hint } from './hint.tsx'
import { Icon } from './icons/icon.tsx'
import type { IconName } from './icons/icon-paths.ts'

type Props<V extends string> = {
  readonly label: string
  readonly value: V
  readonly options: readonly { readonly value: V; readonly label: string; readonly icon?: IconName }[]
  readonly onChange: (value: V) => void
}

export function Segmented<V extends string>({ label, value, options, onChange }: Props<V>) {
  const choose = (keys: ReadonlySet<unknown>) => {
    const option = options.find((candidate) => keys.has(candidate.value))
    if (option) onChange(option.value)
  }
  return (
    <ToggleButtonGroup
      className="segmented"
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={choose}
    >
      {options.map(({ value: id, label: name, icon }) =>
        icon === undefined ? (
          <ToggleButton key={id} id={id} className="segment">
            {name}
          </ToggleButton>
        ) : (
          <Hint key={id} text={name}>
            <ToggleButton id={id} className="segment segment-icon" aria-label={name}>
              <Icon name={icon} />
            </ToggleButton>
          </Hint>
        ),
      )}
    </ToggleButtonGroup>
  )
}
