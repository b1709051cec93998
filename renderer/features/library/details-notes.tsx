// What the person calls an asset, with their tags and their note; kept on this computer.
import { useQueryClient } from '@tanstack/react-query'
import { type KeyboardEvent, useId, useState } from 'react'
import type { Annotation } from '../../../shared/model/annotation.ts'
import type { LibraryItem } from '../../../shared/model/asset.ts'
import { manifestOf } from '../../../shared/providers/index.ts'
import { en } from '../../i18n/en.ts'
import { fill } from '../../i18n/fill.ts'
import { annotateAsset } from '../../queries/annotate-asset.ts'
import { showFailure } from '../../stores/message-actions.ts'
import { DetailsTags } from './details-tags.tsx'

const NAME_LENGTH = 255
const NOTE_LENGTH = 4000

/** Give it the asset's key as its own: half-typed text belongs to one asset. */
export function DetailsNotes({ item }: { readonly item: LibraryItem }) {
  const client = useQueryClient()
  const keep = async (change: Partial<Annotation>) => {
    const result = await annotateAsset(client, item, change)
    if (!result.ok) showFailure(result.failure, item.accountId)
  }
  const original = item.fileName ?? item.providerName
  const provider = manifestOf(item.providerId).displayName
  const keepName = (name: string) => void keep({ localName: name === '' || name === original ? null : name })
  return (
    <section className="details-notes">
      <KeptText
        label={en.notes.name}
        hint={
          item.providerName === null
            ? fill(en.notes.nameHintUnnamed, { provider })
            : fill(en.notes.nameHint, { provider, name: item.providerName })
        }
        text={item.localName ?? original ?? ''}
        maxLength={NAME_LENGTH}
        onKeep={keepName}
      />
      <DetailsTags tags={item.tags} onChange={(tags) => void keep({ tags })} />
      <KeptText
        label={en.notes.note}
        text={item.note ?? ''}
        maxLength={NOTE_LENGTH}
        hasLines
        onKeep={(note) => void keep({ note: note === '' ? null : note })}
      />
    </section>
  )
}

type KeptTextProps = {
  readonly label: string
  readonly hint?: string
  readonly text: string
  readonly maxLength: number
  readonly hasLines?: boolean
  readonly onKeep: (text: string) => void
}

/** Kept when it is left, or with Enter; Escape brings back what was there. */
function KeptText({ label, hint, text, maxLength, hasLines = false, onKeep }: KeptTextProps) {
  const id = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const keep = () => {
    if (typed !== null && typed.trim() !== text) onKeep(typed.trim())
    setTyped(null)
  }
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && typed !== null) {
      event.preventDefault()
      setTyped(null)
    }
    if (event.key === 'Enter' && !hasLines) keep()
  }
  const field = {
    id,
    maxLength,
    value: typed ?? text,
    spellCheck: false,
    'aria-describedby': hint === undefined ? undefined : `${id}-hint`,
    onChange: (event: { readonly target: { readonly value: string } }) => setTyped(event.target.value),
    onBlur: keep,
    onKeyDown: press,
  }
  return (
    <div className="field">
      <label htmlFor={id} className="field-label">
        {label}
      </label>
      {hasLines ? (
        <textarea className="input text-area" rows={3} {...field} />
      ) : (
        <input className="input" {...field} />
      )}
      {hint === undefined ? null : (
        <span id={`${id}-hint`} className="field-hint">
          {hint}
        </span>
      )}
    </div>
  )
}
