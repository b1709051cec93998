// Offers to select all that the record finds once all that is loaded is selected, and copies it.
import { useEffect } from 'react'
import type { LibraryItem } from '../../../shared/model/asset.ts'
import { en } from '../../i18n/en.ts'
import { plural } from '../../i18n/plural.ts'
import type { LibrarySource } from '../../queries/library-source.ts'
import type { Library } from '../../queries/use-library.ts'
import { copyWhole } from '../../stores/copy-as-actions.ts'
import { clearSelection, dropWhole, selectWhole } from '../../stores/selection-actions.ts'
import { useSelectionStore } from '../../stores/selection-store.ts'
import { Button } from '../../ui/button.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { CopyAsButton } from './copy-as-button.tsx'

type Props = {
  readonly source: LibrarySource
  readonly library: Library
  readonly items: readonly LibraryItem[]
  readonly keys: readonly string[]
}

export function SelectionBar({ source, library: { total, hasMore }, items, keys }: Props) {
  const whole = useSelectionStore((state) => state.whole)
  const isAllLoaded = useSelectionStore(
    ({ selected }) =>
      keys.length > 0 && selected.size >= keys.length && keys.every((key) => selected.has(key)),
  )
  const view = JSON.stringify(source)
  // Another view finds other assets.
  useEffect(() => dropWhole, [view])
  if (whole)
    return (
      <div className="selection-bar" role="status">
        <p>{plural(en.selection.whole, whole.count)}</p>
        <CopyButton
          look="text"
          label={en.selection.copyIds}
          copy={() => copyWhole(whole, { format: 'id' })}
        />
        <CopyAsButton items={items} whole={whole} />
        <Button look="quiet" size="small" onPress={clearSelection}>
          {en.selection.end}
        </Button>
      </div>
    )
  if (source.from !== 'record' || !hasMore || total === null || !isAllLoaded) return null
  const { accountId, containerId, kind, search, sinceMs, state, tag, sort } = source
  const query = { accountId, containerId, kind, search, sinceMs, state, tag, sort }
  return (
    <div className="selection-bar" role="status">
      <p>{plural(en.selection.loaded, keys.length)}</p>
      <Button size="small" onPress={() => selectWhole(keys, { query, count: total })}>
        {plural(en.selection.selectWhole, total)}
      </Button>
    </div>
  )
}
