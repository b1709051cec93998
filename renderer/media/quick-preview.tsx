// The overlay that shows one asset large, with the way to the next one.
import { useState } from 'react'
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { formatBytes } from '../format/bytes.ts'
import { formatPlayTime } from '../format/play-time.ts'
import { en } from '../i18n/en.ts'
import { fill } from '../i18n/fill.ts'
import { copyText } from '../stores/copy-actions.ts'
import { CopyButton } from '../ui/copy-button.tsx'
import { FileName } from '../ui/file-name.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import type { PreviewEntry } from './preview-entry.ts'
import { PreviewStage } from './preview-stage.tsx'
import { usePreviewKeys } from './use-preview-keys.ts'

type Props = {
  readonly entry: PreviewEntry
  /** Forward or back by so many; beyond the ends nothing happens. */
  readonly onStep: (step: number) => void
  readonly onClose: () => void
}

export function QuickPreview({ entry, onStep, onClose }: Props) {
  const { kind, name, primaryId, previewUrl, index, count } = entry
  const [isActualSize, setIsActualSize] = useState(false)
  const toggleSize = () => setIsActualSize((was) => !was)
  usePreviewKeys(onStep, onClose)
  return (
    <ModalOverlay
      className="scrim preview-scrim"
      isOpen
      isDismissable
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      <Modal className="modal quick-preview">
        <Dialog className="dialog" aria-label={fill(en.preview.of, { name })}>
          <header className="quick-preview-header">
            <div className="quick-preview-what">
              <Heading slot="title" level={2}>
                <FileName name={name} />
              </Heading>
              <p role="status">
                {[...factsOf(entry), fill(en.preview.position, { index: index + 1, count })].join(' · ')}
              </p>
            </div>
            {kind === 'image' && previewUrl !== null ? (
              <IconButton
                icon={isActualSize ? 'fit' : 'actual-size'}
                label={isActualSize ? en.preview.fit : en.preview.actualSize}
                onPress={toggleSize}
              />
            ) : null}
            <IconButton
              icon="chevron-left"
              label={en.preview.previous}
              isDisabled={index === 0}
              onPress={() => onStep(-1)}
            />
            <IconButton
              icon="chevron-right"
              label={en.preview.next}
              isDisabled={index >= count - 1}
              onPress={() => onStep(1)}
            />
            <IconButton icon="close" label={en.app.close} onPress={onClose} />
          </header>
          <PreviewStage
            key={`${primaryId} ${previewUrl ?? ''}`}
            entry={entry}
            isActualSize={isActualSize}
            onToggleSize={toggleSize}
          />
          <footer className="quick-preview-footer">
            <code>{primaryId}</code>
            <CopyButton look="text" label={en.library.copyId} copy={() => copyText(primaryId)} />
          </footer>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function factsOf({ width, height, durationMs, sizeBytes }: PreviewEntry): readonly string[] {
  return [
    ...(width === null || height === null ? [] : [`${width} × ${height}`]),
    ...(durationMs === null ? [] : [formatPlayTime(durationMs)]),
    ...(sizeBytes === null ? [] : [formatBytes(sizeBytes)]),
  ]
}
