// What is on its way: the queue at the foot of the window.
import { Button as AriaButton } from 'react-aria-components'
import { useShallow } from 'zustand/react/shallow'
import { en } from '../../i18n/en.ts'
import { useQueueStore } from '../../stores/queue-store.ts'
import { toggleUploads } from '../../stores/uploads-pane-actions.ts'
import { useUploadsPaneStore } from '../../stores/uploads-pane-store.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icons/icon.tsx'
import { ResizeHandle } from './resize-handle.tsx'
import { totalsOf } from './totals.ts'
import { clearDone, retryFailed } from './upload-actions.ts'
import { UploadList } from './upload-list.tsx'
import { UploadTotals } from './upload-totals.tsx'

function HeaderButtons() {
  const { failed, cleared } = useQueueStore(
    useShallow((state) => {
      const totals = totalsOf(state)
      return { failed: totals.failed, cleared: totals.cleared }
    }),
  )
  return (
    <>
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
    </>
  )
}

export function UploadsPanel() {
  const isOpen = useUploadsPaneStore((state) => state.open)
  const heightPx = useUploadsPaneStore((state) => state.heightPx)
  const hasJobs = useQueueStore((state) => state.order.length > 0)
  const isListShown = isOpen && hasJobs
  return (
    <section className="uploads" aria-label={en.uploads.region} data-open={isListShown || undefined}>
      {isListShown ? <ResizeHandle heightPx={heightPx} /> : null}
      <div className="uploads-header">
        <h2>
          {hasJobs ? (
            <AriaButton
              className="uploads-toggle"
              aria-expanded={isOpen}
              aria-label={isOpen ? en.uploads.collapse : en.uploads.expand}
              onPress={toggleUploads}
            >
              <Icon name="chevron-right" />
              {en.uploads.region}
            </AriaButton>
          ) : (
            <span className="uploads-title">{en.uploads.region}</span>
          )}
        </h2>
        <UploadTotals />
        <span className="spacer" />
        <HeaderButtons />
      </div>
      {isListShown ? <UploadList heightPx={heightPx} /> : null}
    </section>
  )
}
