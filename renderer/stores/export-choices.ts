// What of the library a person may export.
import type { LibraryItem } from '../../shared/model/asset.ts'
import type { CallInput } from '../../shared/ipc/contract.ts'

type Scope = CallInput<'record.export'>['scope']

export type ExportChoice = {
  readonly what: 'selected' | 'shown' | 'loaded' | 'record'
  /** null: known only at the end. */
  readonly count: number | null
  readonly scope: Scope
}

type Shown = {
  readonly selected: readonly LibraryItem[]
  readonly items: readonly LibraryItem[]
  readonly hasMore: boolean
  /** null: the view is the provider's own list, of which only what is loaded is known. */
  readonly filter: Extract<Scope, { readonly of: 'query' }>['query'] | null
}

/** What the person most likely means comes first. */
export function exportChoices(
  { selected, items, hasMore, filter }: Shown,
  recordCount: number,
): readonly ExportChoice[] {
  const choices: readonly ExportChoice[] = [
    { what: 'selected', count: selected.length, scope: { of: 'items', items: selected } },
    filter === null
      ? { what: hasMore ? 'loaded' : 'shown', count: items.length, scope: { of: 'items', items } }
      : { what: 'shown', count: hasMore ? null : items.length, scope: { of: 'query', query: filter } },
    { what: 'record', count: recordCount, scope: { of: 'record' } },
  ]
  return choices.filter(({ count }) => count !== 0)
}
