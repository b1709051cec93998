// Lists files or assets, each with what there is to say against it.
import type { ReactNode } from 'react'
import { FileName } from './file-name.tsx'
import { Icon } from './icons/icon.tsx'
import type { IconName } from './icons/icon-paths.ts'

export type ReasonRow = { readonly key: string; readonly name: string; readonly reason: ReactNode }

type Props = {
  readonly label: string
  readonly icon: IconName
  readonly rows: readonly ReasonRow[]
  /** `mild`: nothing failed, the rows are only worth knowing. `good`: all is well with them. */
  readonly look?: 'bad' | 'mild' | 'good'
}

export function ReasonList({ label, icon, rows, look = 'bad' }: Props) {
  return (
    <ul className={`refused refused-${look}`} tabIndex={0} aria-label={label}>
      {rows.map(({ key, name, reason }) => (
        <li key={key}>
          <Icon name={icon} />
          <span>
            <FileName name={name} />
            {reason}
          </span>
        </li>
      ))}
    </ul>
  )
}
