// What is copied by itself, and the person's own forms of copying.
import { useState } from 'react'
import { COPY_LIMITS } from '../../../shared/model/copy-limits.ts'
import type { CopyTemplate, CopyWhenDone } from '../../../shared/model/copy-template.ts'
import { en } from '../../i18n/en.ts'
import { fill } from '../../i18n/fill.ts'
import { useAppStore } from '../../stores/app-store.ts'
import { updateSettings } from '../../stores/settings-actions.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { SelectInput } from '../../ui/select-input.tsx'
import { TemplateEditor } from './template-editor.tsx'

const words = en.copySettings
const TEMPLATE_VALUE = 'template '

function newTemplate(): CopyTemplate {
  return { id: crypto.randomUUID(), name: '', text: '', separator: 'line', before: '', after: '' }
}

function asValue(wanted: CopyWhenDone): string {
  return typeof wanted === 'string' ? wanted : `${TEMPLATE_VALUE}${wanted.templateId}`
}

function fromValue(value: string): CopyWhenDone {
  if (value.startsWith(TEMPLATE_VALUE)) return { templateId: value.slice(TEMPLATE_VALUE.length) }
  return value === 'ids' ? 'ids' : 'off'
}

export function CopySettings() {
  return (
    <div>
      <dt>{words.title}</dt>
      <dd className="settings-fields copy-settings">
        <WhenDone />
        <span className="field-hint">{words.whenDoneHint}</span>
        <Templates />
      </dd>
    </div>
  )
}

function WhenDone() {
  const copyWhenDone = useAppStore((state) => state.settings.copyWhenDone)
  const templates = useAppStore((state) => state.settings.copyTemplates)
  return (
    <SelectInput<string>
      label={words.whenDone}
      value={asValue(copyWhenDone)}
      options={[
        { value: 'off', label: words.nothing },
        { value: 'ids', label: words.ids },
        ...templates.map(({ id, name }) => ({ value: asValue({ templateId: id }), label: name })),
      ]}
      onChange={(value) => updateSettings({ copyWhenDone: fromValue(value) })}
    />
  )
}

function Templates() {
  const templates = useAppStore((state) => state.settings.copyTemplates)
  const copyWhenDone = useAppStore((state) => state.settings.copyWhenDone)
  const [edited, setEdited] = useState<CopyTemplate | null>(null)
  const save = (template: CopyTemplate) => {
    const isNew = templates.every(({ id }) => id !== template.id)
    updateSettings({
      copyTemplates: isNew
        ? [...templates, template]
        : templates.map((old) => (old.id === template.id ? template : old)),
    })
    setEdited(null)
  }
  const remove = (id: string) =>
    updateSettings({
      copyTemplates: templates.filter((template) => template.id !== id),
      ...(asValue(copyWhenDone) === asValue({ templateId: id }) && { copyWhenDone: 'off' }),
    })
  const move = (from: number, by: 1 | -1) => {
    const copyTemplates = [...templates]
    copyTemplates.splice(from + by, 0, ...copyTemplates.splice(from, 1))
    updateSettings({ copyTemplates })
  }
  if (edited)
    return (
      <TemplateEditor
        key={edited.id}
        template={edited}
        others={templates}
        onSave={save}
        onCancel={() => setEdited(null)}
      />
    )
  return (
    <div className="template-list">
      <span className="field-label">{words.own}</span>
      {templates.length === 0 ? null : (
        <ul aria-label={words.own}>
          {templates.map((template, index) => {
            const { id, name } = template
            return (
              <li key={id}>
                <bdi>{name}</bdi>
                <span className="spacer" />
                <IconButton
                  icon="arrow-up"
                  label={fill(words.up, { name })}
                  isDisabled={index === 0}
                  onPress={() => move(index, -1)}
                />
                <IconButton
                  icon="arrow-down"
                  label={fill(words.down, { name })}
                  isDisabled={index === templates.length - 1}
                  onPress={() => move(index, 1)}
                />
                <IconButton
                  icon="pencil"
                  label={fill(words.edit, { name })}
                  onPress={() => setEdited(template)}
                />
                <IconButton icon="trash" label={fill(words.remove, { name })} onPress={() => remove(id)} />
              </li>
            )
          })}
        </ul>
      )}
      <span className="field-hint">{words.ownHint}</span>
      <span>
        <Button
          size="small"
          icon="add"
          isDisabled={templates.length >= COPY_LIMITS.count}
          onPress={() => setEdited(newTemplate())}
        >
          {words.add}
        </Button>
      </span>
    </div>
  )
}
