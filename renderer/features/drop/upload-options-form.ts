// What is typed into the upload options: what it starts with, what rules out what, what is wrong with it.
import type { UploadField, ProviderManifest } from '../../../shared/providers/manifest.ts'
import { checkUploadFields, givenFields, type UploadFields } from '../../../shared/upload-fields.ts'
import { en } from '../../i18n/en.ts'
import { fill } from '../../i18n/fill.ts'

type Manifest = Pick<ProviderManifest, 'uploadFields' | 'displayName'>

/** For files that were refused for want of a container, what is usually meant is filled in where nothing is. */
export function startingFields(
  kept: UploadFields,
  { uploadFields }: Manifest,
  retries: boolean,
): UploadFields {
  const hasContainer = uploadFields.some(({ kind, name }) => kind === 'container' && kept[name] !== undefined)
  const suggested = uploadFields.find(({ suggestion }) => suggestion !== undefined)
  if (!retries || hasContainer || suggested?.suggestion === undefined) return kept
  const ruledOut = new Set(suggested.excludes)
  return {
    ...Object.fromEntries(Object.entries(kept).filter(([name]) => !ruledOut.has(name))),
    [suggested.name]: suggested.suggestion,
  }
}

/** The label of the field that keeps this one from being given, or null. */
export function ruledOutBy(
  field: UploadField,
  typed: UploadFields,
  { uploadFields }: Manifest,
): string | null {
  const given = givenFields(typed)
  if (Object.hasOwn(given, field.name)) return null
  const other = uploadFields.find(
    ({ name, excludes }) =>
      Object.hasOwn(given, name) && (excludes.includes(field.name) || field.excludes.includes(name)),
  )
  return other?.label ?? null
}

/** What is wrong, in words, by the field's name. */
export function fieldErrors(typed: UploadFields, manifest: Manifest): Readonly<Record<string, string>> {
  const labelOf = (name: string | null) =>
    manifest.uploadFields.find((field) => field.name === name)?.label ?? name ?? ''
  const words = {
    unknown: en.options.unknown,
    excluded: en.options.excluded,
    'not-uuid': en.options.notUuid,
    'not-integer': en.options.notInteger,
  } as const
  return Object.fromEntries(
    checkUploadFields(givenFields(typed), manifest).map(({ field, code, other }) => [
      field,
      fill(words[code], { other: labelOf(other), provider: manifest.displayName }),
    ]),
  )
}
