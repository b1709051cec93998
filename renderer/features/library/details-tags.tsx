// The tags of an asset: typed one after another, each with a button that takes it off.
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { foldText } from '../../../shared/fold-text.ts'
import { en } from '../../i18n/en.ts'
import { fill } from '../../i18n/fill.ts'
import { useTags } from '../../queries/use-tags.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icons/icon.tsx'

const TAG_LENGTH = 64

type Props = {
  readonly tags: readonly string[]
  readonly onChange: (tags: readonly string[]) => void
}

export function DetailsTags({ tags, onChange }: Props) {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const known = useTags()
  const [typed, setTyped] = useState('')
  const [removed, setRemoved] = useState<{ readonly tag: string; readonly before: readonly string[] } | null>(
    null,
  )

  const add = () => {
    const tag = typed.trim()
    setTyped('')
    if (tag === '' || tags.some((each) => foldText(each) === foldText(tag))) return
    setRemoved(null)
    onChange([...tags, tag])
  }
  const remove = (tag: string) => {
    setRemoved({ tag, before: tags })
    onChange(tags.filter((each) => each !== tag))
    input.current?.focus()
  }
  const undo = () => {
    if (removed) onChange(removed.before)
    setRemoved(null)
    input.current?.focus()
  }
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter' || event.key === ',') {
      event.preventDefault()
      add()
    }
    const last = tags.at(-1)
    if (event.key === 'Backspace' && typed === '' && last !== undefined) remove(last)
  }
  return (
    <div className="field">
      <label htmlFor={id} className="field-label">
        {en.notes.tags}
      </label>
      <div className="tags">
        {tags.map((tag) => (
          <button
            key={tag}
            type="button"
            className="chip"
            aria-label={fill(en.notes.removeTag, { tag })}
            onClick={() => remove(tag)}
          >
            <bdi>{tag}</bdi>
            <Icon name="close" size={12} />
          </button>
        ))}
        <input
          ref={input}
          id={id}
          className="input"
          list={`${id}-known`}
          value={typed}
          maxLength={TAG_LENGTH}
          placeholder={en.notes.addTag}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={add}
          onKeyDown={press}
        />
        <datalist id={`${id}-known`}>
          {known
            .filter(({ tag }) => !tags.includes(tag))
            .map(({ tag }) => (
              <option key={tag} value={tag} />
            ))}
        </datalist>
      </div>
      {removed === null ? null : (
        <p className="tags-removed" role="status">
          {fill(en.notes.removed, { tag: removed.tag })}
          <Button look="quiet" size="small" onPress={undo}>
            {en.notes.undo}
          </Button>
        </p>
      )}
    </div>
  )
}
