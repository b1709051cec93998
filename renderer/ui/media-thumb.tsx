// A small picture or waveform of a file, or its kind's icon where there is neither.
import type { RefObject } from 'react'
import { Icon } from './icons/icon.tsx'
import { Waveform } from './waveform.tsx'

type Kind = 'image' | 'video' | 'audio' | 'other'

const ICONS = { image: 'image', video: 'video', audio: 'audio', other: 'file' } as const

type Props = {
  readonly kind: Kind
  readonly picture?: string | null
  readonly peaks?: readonly number[] | null
  readonly iconSize?: number
  readonly title?: string
  readonly elementRef?: RefObject<HTMLSpanElement | null>
}

export function MediaThumb({ kind, picture = null, peaks = null, iconSize = 16, title, elementRef }: Props) {
  const shown = picture ? 'picture' : peaks ? 'peaks' : undefined
  return (
    <span ref={elementRef} className="thumb" data-kind={kind} data-shown={shown} title={title}>
      {picture ? <img src={picture} alt="" decoding="async" draggable={false} /> : null}
      {!picture && peaks ? <Waveform peaks={peaks} /> : null}
      {shown ? null : <Icon name={ICONS[kind]} size={iconSize} />}
      {shown && kind === 'video' ? (
        <span className="thumb-mark">
          <Icon name="play" size={12} />
        </span>
      ) : null}
    </span>
  )
}
