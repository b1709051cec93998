// The lines of a menu that ask something of jobs, each only where there are jobs of which it can be asked.
import { Menu, MenuItem, Popover, SubmenuTrigger } from 'react-aria-components'
import type { JobId } from '../../../shared/ids.ts'
import { en } from '../../i18n/en.ts'
import { plural } from '../../i18n/plural.ts'
import { Icon } from '../../ui/icons/icon.tsx'
import type { IconName } from '../../ui/icons/icon-paths.ts'
import type { JobVerb } from './job-verbs.ts'
import { jobsFor, perform } from './upload-actions.ts'

type ItemProps = {
  readonly icon: IconName
  readonly label: string
  readonly shortcut?: string
  readonly onAction: () => void
}

export function ActionItem({ icon, label, shortcut, onAction }: ItemProps) {
  return (
    <MenuItem className="menu-item" textValue={label} onAction={onAction}>
      <Icon name={icon} />
      {label}
      {shortcut === undefined ? null : (
        <>
          <span className="spacer" />
          <kbd className="menu-keys">{shortcut}</kbd>
        </>
      )}
    </MenuItem>
  )
}

const VERBS: readonly { readonly verb: Exclude<JobVerb, 'move'>; readonly icon: IconName }[] = [
  { verb: 'pause', icon: 'pause' },
  { verb: 'resume', icon: 'play' },
  { verb: 'retry', icon: 'refresh' },
  { verb: 'copy', icon: 'copy' },
  { verb: 'cancel', icon: 'ban' },
  { verb: 'remove', icon: 'close' },
]

export function VerbItems({ ids }: { readonly ids: readonly JobId[] }) {
  return VERBS.map(({ verb, icon }) => {
    const count = jobsFor(verb, ids).length
    if (count === 0) return null
    return (
      <ActionItem
        key={verb}
        icon={icon}
        label={plural(en.queue[verb], count)}
        onAction={() => perform(verb, ids)}
      />
    )
  })
}

type AccountProps = { readonly name: string; readonly ids: readonly JobId[] }

/** The same for all jobs of an account, one level further down. */
export function AccountItems({ name, ids }: AccountProps) {
  return (
    <SubmenuTrigger>
      <MenuItem className="menu-item" textValue={name}>
        <Icon name="server" />
        <bdi className="menu-name">{name}</bdi>
        <span className="spacer" />
        <Icon name="chevron-right" size={12} />
      </MenuItem>
      <Popover className="popover" offset={2}>
        <Menu className="menu" aria-label={name}>
          <VerbItems ids={ids} />
        </Menu>
      </Popover>
    </SubmenuTrigger>
  )
}
