// A small picture of a file, or its kind's icon where there is none to show.
import { useState } from 'react'
import { Icon } from './icons/icon.tsx'

type Kind = 'image' | 'video' | 'audio' | 'other'

const ICONS = { image: 'image', video: 'video', audio: 'audio', other: 'file' } as const

type Props = { readonly kind: Kind; readonly src: string | null; readonly iconSize?: number }

export function MediaThumb({ kind, src, iconSize = 16 }: Props) {
  const [brokenSrc, setBrokenSrc] = useState<string | null>(null)
  const shown = src !== null && src !== brokenSrc
  return (
    <span className="thumb" data-kind={kind} data-shown={shown || undefined}>
      {shown && kind === 'image' ? (
        <img
          src={src}
          alt=""
          loading="lazy"
          decoding="async"
          draggable={false}
          onError={() => setBrokenSrc(src)}
        />
      ) : null}
      {shown && kind === 'video' ? (
        <video
          src={src}
          muted
          preload="metadata"
          playsInline
          tabIndex={-1}
          aria-hidden="true"
          onError={() => setBrokenSrc(src)}
        />
      ) : null}
      {!shown || kind === 'audio' || kind === 'other' ? <Icon name={ICONS[kind]} size={iconSize} /> : null}
      {shown && kind === 'video' ? (
        <span className="thumb-mark">
          <Icon name="play" size={12} />
        </span>
      ) : null}
    </span>
  )
}
