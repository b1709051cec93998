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
  /** At work: deaf to presses. It keeps the focus, which a disabled button would drop. */
  readonly isBusy?: boolean
}

export function Button({ children, icon, look = 'plain', size = 'medium', isBusy, ...props }: Props) {
  const { onPress, type, ...others } = props
  const active = { ...(onPress && { onPress }), ...(type && { type }) }
  return (
    <AriaButton
      {...others}
      {...(isBusy ? {} : active)}
      {...(isBusy && { 'aria-disabled': true })}
      data-busy={isBusy || undefined}
      className={`button button-${look} button-${size}`}
    >
      {icon === undefined ? null : <Icon name={icon} />}
      {children}
    </AriaButton>
  )
}
