// The thumbnail of an asset or of a job's file, in the place where it stands.
import { useRef } from 'react'
import type { MediaKind } from '../../shared/model/file-facts.ts'
import type { MediaSubject } from '../../shared/model/media-subject.ts'
import { en } from '../i18n/en.ts'
import { MediaThumb } from '../ui/media-thumb.tsx'
import { useThumbnail } from './use-thumbnail.ts'

type Props = {
  readonly subject: MediaSubject
  readonly kind: MediaKind
  /** null: it cannot be shown. */
  readonly previewUrl: string | null
  readonly iconSize?: number
}

export function Thumbnail({ subject, kind, previewUrl, iconSize = 16 }: Props) {
  const element = useRef<HTMLSpanElement>(null)
  const hasPicture = previewUrl !== null && kind !== 'other'
  const shown = useThumbnail(hasPicture ? { subject, kind, previewUrl } : null, element)
  const isNone = !hasPicture || shown?.kind === 'none'
  return (
    <MediaThumb
      elementRef={element}
      kind={kind}
      picture={shown?.kind === 'picture' ? shown.url : null}
      peaks={shown?.kind === 'peaks' ? shown.peaks : null}
      iconSize={iconSize}
      {...(isNone && { title: en.media.noThumbnail[kind] })}
    />
  )
}
