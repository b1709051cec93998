// A button that shows only an icon and tells its name on hover, focus and to assistive technology.
import { Button, type ButtonProps } from 'react-aria-components'
import { Icon } from './icons/icon.tsx'
import type { IconName } from './icons/icon-paths.ts'
import { Hint } from './hint.tsx'

type Props = Omit<ButtonProps, 'children' | 'className' | 'style' | 'aria-label'> & {
  readonly icon: IconName
  readonly label: string
}

export function IconButton({ icon, label, ...props }: Props) {
  return (
    <Hint text={label}>
      <Button {...props} aria-label={label} className="icon-button">
        <Icon name={icon} />
      </Button>
    </Hint>
  )
}
