// Makes or changes one form of copying of one's own, with what comes of it.
import { type SyntheticEvent, useId, useState } from 'react'
import { PLACEHOLDERS } from '../../../shared/copy/parse-template.ts'
import { templateFormat } from '../../../shared/copy/template-format.ts'
import { writeCopies } from '../../../shared/copy/write-copies.ts'
import { COPY_LIMITS } from '../../../shared/model/copy-limits.ts'
import type { CopyTemplate } from '../../../shared/model/copy-template.ts'
import { en } from '../../i18n/en.ts'
import { fill } from '../../i18n/fill.ts'
import { Button } from '../../ui/button.tsx'
import { SelectInput } from '../../ui/select-input.tsx'
import { TextAreaInput } from '../../ui/text-area-input.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { SAMPLE_COPIES } from './sample-copies.ts'
import { templateTrouble } from './template-problem.ts'

const words = en.copySettings
const SEPARATORS = (Object.keys(words.separators) as readonly (keyof typeof words.separators)[]).map(
  (value) => ({ value, label: words.separators[value] }),
)

type Props = {
  readonly template: CopyTemplate
  readonly others: readonly CopyTemplate[]
  readonly onSave: (template: CopyTemplate) => void
  readonly onCancel: () => void
}

export function TemplateEditor({ template, others, onSave, onCancel }: Props) {
  const [draft, setDraft] = useState(template)
  const [hasTried, setHasTried] = useState(false)
  const hintId = useId()
  const trouble = templateTrouble(draft, others)
  const change = (part: Partial<CopyTemplate>) => setDraft({ ...draft, ...part })
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    setHasTried(true)
    if (trouble.name === null && trouble.text === null) onSave({ ...draft, name: draft.name.trim() })
  }
  const preview = writeCopies(SAMPLE_COPIES, templateFormat(draft)).text ?? ''
  // What is still empty is no mistake before the person is done.
  const shown = (error: string | null, value: string) => (hasTried || value !== '' ? error : null)
  return (
    <form className="template-editor" onSubmit={submit} aria-label={draft.name}>
      <TextInput
        label={words.name}
        value={draft.name}
        onChange={(name) => change({ name: name.slice(0, COPY_LIMITS.name) })}
        error={shown(trouble.name, draft.name)}
        autoFocus
      />
      <TextAreaInput
        label={words.text}
        value={draft.text}
        onChange={(text) => change({ text })}
        error={shown(trouble.text, draft.text)}
        maxLength={COPY_LIMITS.text}
      />
      <p id={hintId} className="field-hint template-marks">
        {words.textHint} <code>{PLACEHOLDERS.map((name) => `{${name}}`).join(' ')}</code>{' '}
        {fill(words.valueHint, { mark: '{value:image_key}' })}
      </p>
      <div className="template-wrap">
        <TextInput
          label={words.before}
          value={draft.before}
          onChange={(before) => change({ before: before.slice(0, COPY_LIMITS.wrap) })}
          isMonospace
        />
        <SelectInput
          label={words.between}
          value={draft.separator}
          options={SEPARATORS}
          onChange={(separator) => change({ separator })}
        />
        <TextInput
          label={words.after}
          value={draft.after}
          onChange={(after) => change({ after: after.slice(0, COPY_LIMITS.wrap) })}
          isMonospace
        />
      </div>
      <figure className="template-preview">
        <figcaption>{words.preview}</figcaption>
        <pre tabIndex={0} aria-label={words.preview}>
          {preview}
        </pre>
      </figure>
      <div className="template-buttons">
        <Button onPress={onCancel}>{en.app.cancel}</Button>
        <Button look="primary" type="submit">
          {words.save}
        </Button>
      </div>
    </form>
  )
}
