// The asset itself, as far as this computer can show it.
import { useState } from 'react'
import type { LibraryItem } from '../../../shared/model/asset.ts'
import { en } from '../../i18n/en.ts'
import { MediaThumb } from '../../ui/media-thumb.tsx'

export function DetailsPreview({
  item: { kind, previewUrl, name, primaryId },
}: {
  readonly item: LibraryItem
}) {
  const [isBroken, setIsBroken] = useState(false)
  const fail = () => setIsBroken(true)
  const label = name ?? primaryId
  if (previewUrl !== null && !isBroken) {
    if (kind === 'image')
      return (
        <div className="preview">
          <img src={previewUrl} alt={label} decoding="async" onError={fail} />
        </div>
      )
    if (kind === 'video')
      return (
        <div className="preview">
          <video src={previewUrl} controls preload="metadata" aria-label={label} onError={fail} />
        </div>
      )
    if (kind === 'audio')
      return (
        <div className="preview preview-audio">
          <audio src={previewUrl} controls preload="metadata" aria-label={label} onError={fail} />
        </div>
      )
  }
  return (
    <div className="preview preview-none">
      <MediaThumb kind={kind} src={null} iconSize={28} />
      <span>{en.details.noPreview}</span>
    </div>
  )
}
