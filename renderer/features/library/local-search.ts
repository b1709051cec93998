// Narrows down the assets that are loaded, where their provider cannot.
import { foldText } from '../../../shared/fold-text.ts'
import type { LibraryItem } from '../../../shared/model/asset.ts'
import { EXPIRES_SOON_MS } from '../../../shared/model/expiry.ts'
import { KIND_WORDS } from '../../../shared/model/kind-words.ts'
import type { AssetState, LibrarySort } from '../../../shared/model/library-filter.ts'
import { searchWords } from '../../../shared/search-words.ts'
import { sortName } from '../../../shared/sort-name.ts'

export type LocalFilter = {
  readonly search: string
  readonly sinceMs: number | null
  readonly state: AssetState | null
  readonly tag: string | null
  /** null: as the provider lists them. */
  readonly sort: LibrarySort | null
  /** What else every asset here is found by: the names of account or provider. */
  readonly alsoFoundBy: string
  readonly nowMs: number
}

/** The same list where nothing is asked for. Words match as in the record, and anywhere in a value as well. */
export function narrowLoaded(
  items: readonly LibraryItem[],
  { search, sinceMs, state, tag, sort, alsoFoundBy, nowMs }: LocalFilter,
): readonly LibraryItem[] {
  const words = searchWords(foldText(search))
  const isNothing = search.trim() === '' && sinceMs === null && state === null && tag === null
  const common = foldText(alsoFoundBy)
  const matching = isNothing
    ? items
    : items.filter(
        (item) =>
          (sinceMs === null || (item.createdAtMs ?? 0) >= sinceMs) &&
          (state === null || isIn(item, state, nowMs)) &&
          (tag === null || item.tags.includes(tag)) &&
          (search.trim() === '' ||
            (words.length > 0 && words.every((word) => textOf(item, common).includes(word)))),
      )
  return sort === null ? matching : matching.toSorted(orderOf(sort))
}

function textOf(
  { name, fileName, providerName, primaryId, values, kind, tags, note }: LibraryItem,
  common: string,
) {
  const own = [
    name,
    fileName,
    providerName,
    primaryId,
    ...values.map(({ value }) => value),
    ...tags,
    note,
    KIND_WORDS[kind],
  ]
  return `${foldText(own.join('\n'))}\n${common}`
}

function isIn({ readiness, expiresAtMs }: LibraryItem, state: AssetState, nowMs: number): boolean {
  if (state === 'expiring') return expiresAtMs !== null && expiresAtMs <= nowMs + EXPIRES_SOON_MS
  return (readiness ?? 'ready') === state
}

/** What is not known comes first, as the least. */
function orderOf({ by, direction }: LibrarySort): (a: LibraryItem, b: LibraryItem) => number {
  const sign = direction === 'ascending' ? 1 : -1
  if (by === 'name') return (a, b) => sign * compareText(sortName(a.name ?? ''), sortName(b.name ?? ''))
  const field = by === 'date' ? 'createdAtMs' : 'sizeBytes'
  return (a, b) => sign * ((a[field] ?? -1) - (b[field] ?? -1))
}

const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
