// The choice of a container for an upload: from the provider's list, or as a typed ID.
import { useState } from 'react'
import type { UploadField } from '../../../shared/providers/manifest.ts'
import { failureText } from '../../format/failure-text.ts'
import { en } from '../../i18n/en.ts'
import { fill } from '../../i18n/fill.ts'
import type { Containers } from '../../queries/use-containers.ts'
import { SelectInput } from '../../ui/select-input.tsx'
import { TextInput } from '../../ui/text-input.tsx'

/** No container can have this as its ID, since IDs carry no space at their ends. */
const OTHER = ' other '

type Props = {
  readonly field: UploadField
  readonly value: string
  readonly noun: string
  readonly provider: string
  readonly containers: Containers
  readonly hint: string
  readonly error: string | null
  readonly isDisabled: boolean
  readonly onChange: (value: string) => void
}

export function ContainerChoice(props: Props) {
  const { field, value, noun, provider, containers, hint, error, isDisabled, onChange } = props
  const { list, isLoading, failure } = containers
  const [isTyping, setIsTyping] = useState(false)
  if (failure !== null)
    return (
      <TextInput
        label={field.label}
        value={value}
        onChange={onChange}
        hint={fill(en.options.loadFailed, { noun, what: failureText(failure, provider).what })}
        error={error}
        isDisabled={isDisabled}
        isMonospace
      />
    )
  const isListed = list.some(({ id }) => id === value)
  const isTyped = isTyping || (value !== '' && !isListed && !isLoading)
  const choose = (chosen: string) => {
    setIsTyping(chosen === OTHER)
    onChange(chosen === OTHER ? '' : chosen)
  }
  const unlisted = value !== '' && !isListed && !isTyped ? [{ value, label: value }] : []
  return (
    <>
      <SelectInput<string>
        label={field.label}
        value={isTyped ? OTHER : value}
        options={[
          { value: '', label: en.options.none },
          ...list.map(({ id, name }) => ({ value: id, label: name })),
          ...unlisted,
          isLoading
            ? { value: OTHER, label: en.options.loading, isDisabled: true }
            : { value: OTHER, label: en.options.other },
        ]}
        hint={hint}
        isDisabled={isDisabled}
        onChange={choose}
      />
      {isTyped ? (
        <TextInput
          label={fill(en.options.otherLabel, { label: field.label })}
          value={value}
          onChange={onChange}
          error={error}
          isDisabled={isDisabled}
          isMonospace
        />
      ) : null}
    </>
  )
}
