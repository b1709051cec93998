// What is on its way: the queue at the foot of the window.
import { Button as AriaButton } from 'react-aria-components'
import { en } from '../../i18n/en.ts'
import { useAppStore } from '../../stores/app-store.ts'
import { useQueueStore } from '../../stores/queue-store.ts'
import { toggleUploads } from '../../stores/uploads-pane-actions.ts'
import { useUploadsPaneStore } from '../../stores/uploads-pane-store.ts'
import { Icon } from '../../ui/icons/icon.tsx'
import { OtherFileDialog } from './other-file-dialog.tsx'
import { PanelButtons } from './panel-buttons.tsx'
import { ResizeHandle } from './resize-handle.tsx'
import { UploadList } from './upload-list.tsx'
import { UploadTotals } from './upload-totals.tsx'

export function UploadsPanel() {
  const { isOpen, heightPx: keptPx } = useAppStore((state) => state.settings.uploadsPane)
  const heightPx = useUploadsPaneStore((state) => state.pulledToPx) ?? keptPx
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
        <PanelButtons />
      </div>
      {isListShown ? <UploadList heightPx={heightPx} /> : null}
      <OtherFileDialog />
    </section>
  )
}
