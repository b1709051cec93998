// One input for each thing that may go along with an account's uploads.
import { manifestOf } from '../../../shared/providers/index.ts'
import { en } from '../../i18n/en.ts'
import { fill } from '../../i18n/fill.ts'
import { useContainers } from '../../queries/use-containers.ts'
import { TextInput } from '../../ui/text-input.tsx'
import { ContainerChoice } from './container-choice.tsx'
import { ruledOutBy } from './upload-options-form.ts'
import type { UploadOptions } from './use-upload-options.ts'

export function UploadOptionsInputs({ account, typed, errors, change }: UploadOptions) {
  const manifest = manifestOf(account.providerId)
  const { uploadFields, displayName: provider, capabilities } = manifest
  const containers = useContainers(capabilities.container === null ? null : account)
  return uploadFields.map((field) => {
    const other = ruledOutBy(field, typed, manifest)
    const shared = {
      value: typed[field.name] ?? '',
      hint: other === null ? field.hint : fill(en.options.excluded, { other }),
      error: errors[field.name] ?? null,
      isDisabled: other !== null,
      onChange: (value: string) => change(field.name, value),
    }
    return field.kind === 'container' ? (
      <ContainerChoice
        key={field.name}
        field={field}
        noun={capabilities.container?.noun ?? field.label}
        provider={provider}
        containers={containers}
        {...shared}
      />
    ) : (
      <TextInput key={field.name} label={field.label} isMonospace={field.kind !== 'text'} {...shared} />
    )
  })
}
