// Holds the values that go along with an upload against the fields of a provider's manifest.
import type { ProviderManifest, UploadField } from './providers/manifest.ts'

export type UploadFields = Readonly<Record<string, string>>

export type FieldProblem = {
  readonly field: string
  /** `excluded`: it must not be sent together with `other`. */
  readonly code: 'unknown' | 'excluded' | 'not-uuid' | 'not-integer'
  /** The field that rules this one out; null for the other codes. */
  readonly other: string | null
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
const INTEGER = /^\d{1,15}$/

/** What was typed, without spaces around it; a field left blank is one that was not given. */
export function givenFields(typed: UploadFields): UploadFields {
  const trimmed = Object.entries(typed).map(([name, value]) => [name, value.trim()] as const)
  return Object.fromEntries(trimmed.filter(([, value]) => value !== ''))
}

/** Every objection to the given fields, in their order; empty when there is none. */
export function checkUploadFields(
  given: UploadFields,
  { uploadFields }: Pick<ProviderManifest, 'uploadFields'>,
): readonly FieldProblem[] {
  const problem = (field: string, code: FieldProblem['code'], other: string | null = null) => [
    { field, code, other },
  ]
  return Object.entries(given).flatMap(([name, value]): FieldProblem[] => {
    const field = uploadFields.find((candidate) => candidate.name === name)
    if (!field) return problem(name, 'unknown')
    const other = field.excludes.find((excluded) => Object.hasOwn(given, excluded))
    if (other !== undefined) return problem(name, 'excluded', other)
    const format = formatOf(field)
    if (format === 'uuid' && !UUID.test(value)) return problem(name, 'not-uuid')
    if (format === 'integer' && !INTEGER.test(value)) return problem(name, 'not-integer')
    return []
  })
}

function formatOf({ kind, idFormat }: UploadField): 'uuid' | 'integer' | 'text' {
  return kind === 'container' ? (idFormat ?? 'text') : kind
}
