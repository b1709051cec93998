// A push button with a word on it.
import type { ReactNode } from 'react'
import { Button as AriaButton, type ButtonProps } from 'react-aria-components'
import { Icon } from './icons/icon.tsx'
import type { IconName } from './icons/icon-paths.ts'

type Props = Omit<ButtonProps, 'children' | 'className' | 'style'> & {
  readonly children: ReactNode
  readonly icon?: IconName
  readonly look?: 'plain' | 'primary' | 'quiet' | 'danger'
  readonly size?: 'small' | 'medium' | 'large'
}

export function Button({ children, icon, look = 'plain', size = 'medium', ...props }: Props) {
  return (
    <AriaButton {...props} className={`button button-${look} button-${size}`}>
      {icon === undefined ? null : <Icon name={icon} />}
      {children}
    </AriaButton>
  )
}
