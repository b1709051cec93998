// What can be done with the selected jobs: opened by a right click, the menu key or a row's More button.
import { useRef } from 'react'
import { Menu, Popover, Separator } from 'react-aria-components'
import type { JobId } from '../../../shared/ids.ts'
import { en } from '../../i18n/en.ts'
import { fill } from '../../i18n/fill.ts'
import { plural } from '../../i18n/plural.ts'
import { useAccountsStore } from '../../stores/accounts-store.ts'
import { openCopyMenuFor } from '../../stores/copy-menu-actions.ts'
import { useQueueStore } from '../../stores/queue-store.ts'
import { isMac } from '../../ui/shortcut.ts'
import { movable, type MoveTo, targetOfStep } from './move-target.ts'
import { jobIdsWhere, uploadedBy } from './upload-actions.ts'
import { AccountItems, ActionItem, VerbItems } from './verb-items.tsx'

export type MenuPlace = { readonly ids: readonly JobId[]; readonly xPx: number; readonly yPx: number }

type Props = {
  readonly place: MenuPlace
  readonly onMove: (ids: readonly JobId[], to: MoveTo) => void
  readonly onClose: () => void
}

const alt = (key: string) => (isMac ? `⌥${key}` : `Alt+${key}`)

export function UploadMenu({ place: { ids, xPx, yPx }, onMove, onClose }: Props) {
  const trigger = useRef<HTMLSpanElement>(null)
  const accounts = useAccountsStore((state) => state.accounts)
  const queue = useQueueStore.getState()
  const moving = movable(queue, ids)
  const [up, down] = [targetOfStep(queue, moving, -1), targetOfStep(queue, moving, 1)]
  const uploaded = uploadedBy(ids)
  const accountIds = new Set(ids.map((id) => queue.jobs.get(id)?.accountId))
  const account = accountIds.size === 1 ? accounts.find(({ id }) => accountIds.has(id)) : undefined
  const move = (to: MoveTo) => () => onMove(moving, to)
  return (
    <>
      <span ref={trigger} className="menu-point" style={{ left: xPx, top: yPx }} />
      <Popover
        className="popover"
        triggerRef={trigger}
        placement="bottom start"
        offset={0}
        isOpen
        onOpenChange={(isOpen) => !isOpen && onClose()}
      >
        <Menu className="menu" aria-label={en.queue.more} autoFocus="first" onClose={onClose}>
          {up === null ? null : (
            <>
              <ActionItem
                icon="upload"
                label={plural(en.queue.next, moving.length)}
                shortcut={alt('Home')}
                onAction={move('next')}
              />
              <ActionItem icon="arrow-up" label={en.queue.up} shortcut={alt('↑')} onAction={move(up)} />
            </>
          )}
          {down === null ? null : (
            <>
              <ActionItem icon="arrow-down" label={en.queue.down} shortcut={alt('↓')} onAction={move(down)} />
              <ActionItem
                icon="arrow-down"
                label={en.queue.end}
                shortcut={alt('End')}
                onAction={move('last')}
              />
            </>
          )}
          {up === null && down === null ? null : <Separator className="menu-line" />}
          <VerbItems ids={ids} />
          {uploaded.length === 0 ? null : (
            <ActionItem
              icon="copy"
              label={en.copyAs.button}
              onAction={() => void openCopyMenuFor(uploaded, { xPx, yPx })}
            />
          )}
          {account ? (
            <>
              <Separator className="menu-line" />
              <AccountItems
                name={fill(en.queue.allOf, { name: account.name })}
                ids={jobIdsWhere(({ accountId }) => accountId === account.id)}
              />
            </>
          ) : null}
        </Menu>
      </Popover>
    </>
  )
}
