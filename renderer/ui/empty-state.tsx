// A full pane that has nothing to show: why, and what to do about it.
import type { ReactNode } from 'react'
import { Icon } from './icons/icon.tsx'
import type { IconName } from './icons/icon-paths.ts'

type Props = {
  readonly icon: IconName
  readonly title: string
  readonly children?: ReactNode
  readonly buttons?: ReactNode
  readonly tone?: 'calm' | 'problem'
}

export function EmptyState({ icon, title, children, buttons, tone = 'calm' }: Props) {
  return (
    <div className="empty-state" data-tone={tone}>
      <span className="empty-icon">
        <Icon name={icon} size={24} />
      </span>
      <h2>{title}</h2>
      {children}
      {buttons === undefined ? null : <div className="empty-buttons">{buttons}</div>}
    </div>
  )
}
