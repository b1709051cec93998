// The picture, clip or sound itself, as large as the window allows.
import { type SyntheticEvent, useState } from 'react'
import { en } from '../i18n/en.ts'
import { MediaThumb } from '../ui/media-thumb.tsx'
import type { PreviewEntry } from './preview-entry.ts'

type Props = {
  readonly entry: PreviewEntry
  /** A picture at its own size, to be scrolled. */
  readonly isActualSize: boolean
  readonly onToggleSize: () => void
}

const prefersStillness = () => window.matchMedia('(prefers-reduced-motion: reduce)').matches

export function PreviewStage({ entry, isActualSize, onToggleSize }: Props) {
  const { kind, previewUrl, name, onMeasured } = entry
  const [isBroken, setIsBroken] = useState(false)
  const fail = () => setIsBroken(true)
  if (previewUrl === null || isBroken || kind === 'other')
    return (
      <div className="stage stage-nothing">
        <MediaThumb kind={kind} iconSize={40} />
        <strong>{en.preview.nothing}</strong>
        <p>{en.preview.nothingLead}</p>
      </div>
    )
  if (kind === 'image')
    return (
      <div
        className="stage"
        data-actual-size={isActualSize || undefined}
        {...(isActualSize && { tabIndex: 0, role: 'group', 'aria-label': en.preview.picture })}
        onDoubleClick={onToggleSize}
      >
        <img
          src={previewUrl}
          alt={name}
          decoding="async"
          draggable={false}
          onError={fail}
          onLoad={({ currentTarget: { naturalWidth: width, naturalHeight: height } }) =>
            onMeasured?.({ width, height, durationMs: null })
          }
        />
      </div>
    )
  const measure = ({ currentTarget }: SyntheticEvent<HTMLVideoElement | HTMLAudioElement>) => {
    const { duration } = currentTarget
    const durationMs = Number.isFinite(duration) ? Math.max(1, Math.round(duration * 1000)) : null
    if (currentTarget instanceof HTMLVideoElement && currentTarget.videoWidth > 0)
      onMeasured?.({ width: currentTarget.videoWidth, height: currentTarget.videoHeight, durationMs })
    else if (durationMs !== null) onMeasured?.({ width: null, height: null, durationMs })
  }
  const player = {
    src: previewUrl,
    controls: true,
    'aria-label': name,
    onError: fail,
    onLoadedMetadata: measure,
  }
  return (
    <div className="stage" data-kind={kind}>
      {kind === 'video' ? (
        <video {...player} playsInline autoPlay={!prefersStillness()} />
      ) : (
        <audio {...player} autoPlay />
      )}
    </div>
  )
}
