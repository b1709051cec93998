// What a library can be filtered by, as options of a list.
import type { AssetState, LibraryPeriod, LibrarySort } from '../../../shared/model/library-filter.ts'
import type { MediaKind } from '../../../shared/model/file-facts.ts'
import { en } from '../../i18n/en.ts'

/** Stands for no filter at all. */
export const ANY = 'all'

export const TYPES = [
  { value: ANY, label: en.library.types.all },
  { value: 'image', label: en.library.types.image },
  { value: 'video', label: en.library.types.video },
  { value: 'audio', label: en.library.types.audio },
  { value: 'other', label: en.library.types.other },
] as const satisfies readonly { value: MediaKind | typeof ANY; label: string }[]

export const PERIODS = [
  { value: ANY, label: en.finding.anyPeriod },
  { value: 'day', label: en.finding.periods.day },
  { value: 'week', label: en.finding.periods.week },
  { value: 'month', label: en.finding.periods.month },
] as const satisfies readonly { value: LibraryPeriod | typeof ANY; label: string }[]

export const STATES = [
  { value: ANY, label: en.finding.anyState },
  { value: 'ready', label: en.finding.states.ready },
  { value: 'processing', label: en.finding.states.processing },
  { value: 'failed', label: en.finding.states.failed },
  { value: 'expiring', label: en.finding.states.expiring },
] as const satisfies readonly { value: AssetState | typeof ANY; label: string }[]

type SortKey = keyof typeof en.finding.sorts
const SORT_KEYS = Object.keys(en.finding.sorts) as SortKey[]

export const SORTS = SORT_KEYS.map((value) => ({ value, label: en.finding.sorts[value] }))

export function sortKey({ by, direction }: LibrarySort): SortKey {
  return `${by} ${direction}`
}

export function sortOf(key: SortKey): LibrarySort {
  const [by, direction] = key.split(' ') as [LibrarySort['by'], LibrarySort['direction']]
  return { by, direction }
}

/** A choice without the one that stands for none. */
export function chosen<V extends string>(value: V | typeof ANY): V | null {
  return value === ANY ? null : value
}
