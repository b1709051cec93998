// The asset itself, as far as this computer can show it.
import { useState } from 'react'
import type { LibraryItem } from '../../../shared/model/asset.ts'
import { en } from '../../i18n/en.ts'
import { assetKey } from '../../queries/asset-key.ts'
import { openPreview } from '../../stores/preview-actions.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { MediaThumb } from '../../ui/media-thumb.tsx'

export function DetailsPreview({ item }: { readonly item: LibraryItem }) {
  const { kind, previewUrl, name, primaryId } = item
  const [isBroken, setIsBroken] = useState(false)
  const fail = () => setIsBroken(true)
  const label = name ?? primaryId
  if (previewUrl === null || isBroken || kind === 'other')
    return (
      <div className="preview preview-none">
        <MediaThumb kind={kind} iconSize={28} />
        <span>{en.details.noPreview}</span>
      </div>
    )
  return (
    <div className="preview" data-kind={kind}>
      {kind === 'image' ? <img src={previewUrl} alt={label} decoding="async" onError={fail} /> : null}
      {kind === 'video' ? (
        <video src={previewUrl} controls preload="metadata" aria-label={label} onError={fail} />
      ) : null}
      {kind === 'audio' ? (
        <audio src={previewUrl} controls preload="metadata" aria-label={label} onError={fail} />
      ) : null}
      <span className="preview-open">
        <IconButton
          icon="expand"
          label={en.preview.open}
          onPress={() => openPreview({ in: 'library', itemKey: assetKey(item) })}
        />
      </span>
    </div>
  )
}
