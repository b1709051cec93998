// The quick preview of the library's assets, along the order on screen.
import type { LibraryItem } from '../../../shared/model/asset.ts'
import { en } from '../../i18n/en.ts'
import { QuickPreview } from '../../media/quick-preview.tsx'
import { describeAsset } from '../../queries/describe-asset.ts'
import { closePreview, openPreview } from '../../stores/preview-actions.ts'
import { usePreviewStore } from '../../stores/preview-store.ts'
import { select } from '../../stores/selection-actions.ts'

type Props = {
  readonly items: readonly LibraryItem[]
  readonly keys: readonly string[]
  /** There may be more to step on to. */
  readonly onNearEnd: () => void
}

/** So many before the last one loaded. */
const NEAR_END = 10

export function LibraryPreview({ items, keys, onNearEnd }: Props) {
  const itemKey = usePreviewStore(({ previewed }) => (previewed?.in === 'library' ? previewed.itemKey : null))
  const index = itemKey === null ? -1 : keys.indexOf(itemKey)
  const item = items[index]
  if (itemKey === null || !item) return null
  const step = (by: number) => {
    const next = keys[index + by]
    if (index + by >= keys.length - NEAR_END) onNearEnd()
    if (next === undefined) return
    select(keys, next, { range: false, toggle: false })
    openPreview({ in: 'library', itemKey: next })
  }
  const close = () => {
    closePreview()
    // Where the person has got to, which may not be where they began.
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>(`[data-key="${CSS.escape(itemKey)}"]`)?.focus(),
    )
  }
  return (
    <QuickPreview
      entry={{
        ...item,
        name: item.name ?? en.library.unnamed,
        index,
        count: items.length,
        onMeasured: (measure) => {
          const isKnown = measure.durationMs === null ? item.width !== null : item.durationMs !== null
          if (!isKnown) describeAsset(item, measure)
        },
      }}
      onStep={step}
      onClose={close}
    />
  )
}
