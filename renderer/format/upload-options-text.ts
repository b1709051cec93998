// Says in one line what goes along with an account's uploads.
import type { ProviderManifest, UploadField } from '../../shared/providers/manifest.ts'
import type { UploadFields } from '../../shared/upload-fields.ts'
import { en } from '../i18n/en.ts'
import { fill } from '../i18n/fill.ts'

/** `nameOf` gives a container's name for its ID. Null where nothing is set. */
export function uploadOptionsText(
  fields: UploadFields,
  { uploadFields, capabilities }: Pick<ProviderManifest, 'uploadFields' | 'capabilities'>,
  nameOf: (containerId: string) => string,
): string | null {
  const given = uploadFields.filter(({ name }) => Object.hasOwn(fields, name))
  const [place] = given.filter(({ kind }) => kind === 'container')
  const said = (field: UploadField) =>
    fill(en.options.value, { label: lowerFirst(field.label), value: fields[field.name] ?? '' })
  const parts = given.filter((field) => field !== place).map(said)
  if (place) {
    const noun = capabilities.container?.noun ?? lowerFirst(place.label)
    parts.unshift(fill(en.options.goesTo, { noun, name: nameOf(fields[place.name] ?? '') }))
  } else if (parts.length > 0) parts[0] = fill(en.options.sentWith, { what: parts[0] ?? '' })
  return parts.length === 0 ? null : parts.join(' · ')
}

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLocaleLowerCase('en') + text.slice(1)
}
