// What can be done with the whole queue, in its header.
import { Button as AriaButton, Menu, MenuTrigger, Popover, Separator } from 'react-aria-components'
import { useShallow } from 'zustand/react/shallow'
import { en } from '../../i18n/en.ts'
import { useAccountsStore } from '../../stores/accounts-store.ts'
import { useQueueStore } from '../../stores/queue-store.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icons/icon.tsx'
import { totalsOf } from './totals.ts'
import { clearDone, jobIdsWhere, perform, retryFailed } from './upload-actions.ts'
import { AccountItems, ActionItem } from './verb-items.tsx'

type Counts = { readonly pending: number; readonly paused: number; readonly failed: number }

export function PanelButtons() {
  const { pending, paused, failed, cleared } = useQueueStore(
    useShallow((state) => {
      const totals = totalsOf(state)
      return {
        pending: totals.pending,
        paused: totals.paused,
        failed: totals.failed,
        cleared: totals.cleared,
      }
    }),
  )
  return (
    <span className="panel-buttons">
      {pending > 0 ? (
        <Button look="quiet" size="small" icon="pause" onPress={() => perform('pause', everyJob())}>
          {en.queue.pauseAll}
        </Button>
      ) : null}
      {paused > 0 && pending === 0 ? (
        <Button look="quiet" size="small" icon="play" onPress={resumeAll}>
          {en.queue.resumeAll}
        </Button>
      ) : null}
      {failed > 0 ? (
        <Button look="quiet" size="small" icon="refresh" onPress={retryFailed}>
          {en.uploads.retryFailed}
        </Button>
      ) : null}
      {cleared > 0 ? (
        <Button look="quiet" size="small" onPress={clearDone}>
          {en.uploads.clearDone}
        </Button>
      ) : null}
      {pending + paused + failed > 0 ? <PanelMenu pending={pending} paused={paused} failed={failed} /> : null}
    </span>
  )
}

function PanelMenu({ pending, paused, failed }: Counts) {
  return (
    <MenuTrigger>
      <AriaButton className="icon-button" aria-label={en.queue.allActions}>
        <Icon name="more" />
      </AriaButton>
      <Popover className="popover" placement="top end" offset={4}>
        <Menu className="menu" aria-label={en.queue.allActions}>
          <AccountLines />
          {paused > 0 && pending > 0 ? (
            <ActionItem icon="play" label={en.queue.resumeAll} onAction={resumeAll} />
          ) : null}
          {pending + paused > 0 ? (
            <ActionItem
              icon="ban"
              label={en.queue.cancelAll}
              onAction={() => perform('cancel', everyJob())}
            />
          ) : null}
          {failed > 0 ? (
            <ActionItem
              icon="close"
              label={en.queue.clearFailed}
              onAction={() =>
                perform(
                  'remove',
                  jobIdsWhere(({ status }) => status === 'failed'),
                )
              }
            />
          ) : null}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}

function AccountLines() {
  const accounts = useAccountsStore((state) => state.accounts)
  const lines = accounts.flatMap(({ id, name }) => {
    const ids = jobIdsWhere(({ accountId }) => accountId === id)
    return ids.length === 0 ? [] : <AccountItems key={id} name={name} ids={ids} />
  })
  return (
    <>
      {lines}
      {lines.length > 0 ? <Separator className="menu-line" /> : null}
    </>
  )
}

const everyJob = () => jobIdsWhere(() => true)
const resumeAll = () => perform('resume', everyJob())
