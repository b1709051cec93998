// One asset of the library, as a tile or as a line; a click copies its ID.
import { memo, type MouseEvent } from 'react'
import type { LibraryItem } from '../../../shared/model/asset.ts'
import { formatBytes } from '../../format/bytes.ts'
import { formatDay } from '../../format/date.ts'
import { en } from '../../i18n/en.ts'
import { Thumbnail } from '../../media/thumbnail.tsx'
import { copyText } from '../../stores/copy-actions.ts'
import type { Modifiers } from '../../stores/selection-actions.ts'
import { useSelectionStore } from '../../stores/selection-store.ts'
import { CopyButton } from '../../ui/copy-button.tsx'
import { FileName } from '../../ui/file-name.tsx'
import { ExpiryMark } from '../../ui/expiry-mark.tsx'
import { ReadinessMark } from '../../ui/readiness-mark.tsx'
import { hasCommandKey } from '../../ui/shortcut.ts'
import { useAssetWatch } from './use-asset-watch.ts'
import { useExpiry } from './use-expiry.ts'

export type ItemEvents = {
  readonly onPick: (itemKey: string, modifiers: Modifiers) => void
  readonly onOpen: (itemKey: string) => void
}

type Props = ItemEvents & {
  readonly item: LibraryItem
  readonly itemKey: string
  readonly view: 'grid' | 'list'
  readonly column: number
  /** Whether Tab enters the grid here. */
  readonly isTabStop: boolean
}

export const AssetItem = memo(function AssetItem(props: Props) {
  const { item, itemKey, view, column, isTabStop, onPick, onOpen } = props
  const isSelected = useSelectionStore((state) => state.selected.has(itemKey))
  useAssetWatch(item)
  const name = item.name ?? en.library.unnamed
  const { readiness } = item
  const isWorthSaying = readiness === 'processing' || readiness === 'failed'
  const expiry = useExpiry(item)
  const marks = (
    <>
      {isWorthSaying ? <ReadinessMark readiness={readiness} /> : null}
      {expiry === null ? null : <ExpiryMark expiry={expiry} />}
    </>
  )
  const click = (event: MouseEvent) => {
    if (event.target instanceof Element && event.target.closest('button')) return
    const modifiers = { range: event.shiftKey, toggle: hasCommandKey(event) }
    onPick(itemKey, modifiers)
    if (!modifiers.range && !modifiers.toggle) void copyText(item.primaryId)
  }
  const copy = () => {
    onPick(itemKey, { range: false, toggle: false })
    return copyText(item.primaryId)
  }
  return (
    <div
      className="asset"
      role="gridcell"
      aria-colindex={column}
      aria-selected={isSelected}
      aria-label={[
        name,
        en.kinds[item.kind],
        item.primaryId,
        ...(isWorthSaying ? [en.details.readiness[readiness]] : []),
        ...(expiry === null ? [] : [en.finding.expiry[expiry]]),
      ].join(', ')}
      data-asset-id={item.primaryId}
      data-key={itemKey}
      tabIndex={isTabStop ? 0 : -1}
      onClick={click}
      draggable
      onDoubleClick={() => onOpen(itemKey)}
    >
      <Thumbnail
        subject={{ accountId: item.accountId, primaryId: item.primaryId }}
        kind={item.kind}
        previewUrl={item.previewUrl}
        iconSize={view === 'grid' ? 28 : 16}
      />
      <span className="asset-name" data-unnamed={item.name === null || undefined}>
        <FileName name={name} />
        {view === 'list' ? marks : null}
      </span>
      <code className="asset-id">{item.primaryId}</code>
      {(isWorthSaying || expiry !== null) && view === 'grid' ? (
        <span className="asset-state">{marks}</span>
      ) : null}
      {view === 'list' ? (
        <>
          <span className="asset-about">{item.sizeBytes === null ? '' : formatBytes(item.sizeBytes)}</span>
          <span className="asset-about asset-date">
            {item.createdAtMs === null ? '' : formatDay(item.createdAtMs)}
          </span>
        </>
      ) : null}
      <span className="asset-copy">
        <CopyButton label={en.library.copyId} copy={copy} />
      </span>
    </div>
  )
})
