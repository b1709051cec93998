// Lays what another computer says of an asset beside what is known of it here.
import { foldText } from '../../../shared/fold-text.ts'
import { MOST_TAGS } from '../../../shared/model/annotation.ts'
import type { ConflictField } from '../../../shared/model/transfer.ts'
import { mergeValues } from '../merge-asset.ts'
import type { CarriedEntry } from './carried-entry.ts'

export type Preference = 'mine' | 'theirs'

export type Merge = {
  /** Never less than what was here. */
  readonly entry: CarriedEntry
  /** What both say, and say differently. */
  readonly conflicts: readonly ConflictField[]
  readonly isChanged: boolean
}

const COMPARED = {
  name: ['name'],
  sizeBytes: ['size'],
  sha256: ['sha256'],
  mimeType: ['type'],
  width: ['dimensions'],
  height: ['dimensions'],
  note: ['note'],
  localName: ['local-name'],
  // A provider's own word, which grows old on either computer: the one that is here stays.
  created: [],
  expires: [],
  container: [],
  readiness: [],
  readinessNote: [],
  providerName: [],
  url: [],
} as const satisfies { readonly [Name in keyof CarriedEntry]?: readonly ConflictField[] }

const NAMES = Object.keys(COMPARED) as (keyof typeof COMPARED)[]

/** Gaps are filled and tags joined in any case; `preference` decides where both say something else. */
export function mergeEntry(here: CarriedEntry, theirs: CarriedEntry, preference: Preference): Merge {
  const conflicts = new Set<ConflictField>()
  const told: [string, unknown][] = []
  for (const name of NAMES) {
    const [mine, other] = [here[name], theirs[name]]
    const differs = mine !== null && other !== null && mine !== other
    if (differs) COMPARED[name].forEach((field) => conflicts.add(field))
    const takesTheirs = mine === null || (differs && COMPARED[name].length > 0 && preference === 'theirs')
    told.push([name, takesTheirs ? other : mine])
  }
  const mineByName = new Map(here.values.map(({ name, value }) => [name, value]))
  if (theirs.values.some(({ name, value }) => (mineByName.get(name) ?? value) !== value))
    conflicts.add('values')
  const entry: CarriedEntry = {
    ...here,
    ...(Object.fromEntries(told) as Pick<CarriedEntry, keyof typeof COMPARED>),
    kind: here.kind === 'other' ? theirs.kind : here.kind,
    values: preference === 'mine' ? mergeValues(here.values, theirs.values) : inOrderOf(here, theirs),
    tags: joinedTags(here.tags, theirs.tags),
  }
  return { entry, conflicts: [...conflicts], isChanged: JSON.stringify(entry) !== JSON.stringify(here) }
}

/** Their values, where the ones here stand; the primary ID stays first. */
function inOrderOf(here: CarriedEntry, theirs: CarriedEntry): CarriedEntry['values'] {
  const byName = new Map(theirs.values.map((value) => [value.name, value]))
  return mergeValues(
    here.values.map((value) => {
      const other = byName.get(value.name)
      return other === undefined || other.value === value.value ? value : other
    }),
    theirs.values,
  )
}

/** A tag that is there in other letters already is not added again. */
function joinedTags(mine: readonly string[], theirs: readonly string[]): readonly string[] {
  const known = new Set(mine.map(foldText))
  const added = theirs.filter((tag) => {
    const isNew = !known.has(foldText(tag))
    known.add(foldText(tag))
    return isNew
  })
  return [...mine, ...added].slice(0, MOST_TAGS)
}
