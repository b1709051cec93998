// What of the library a person may export.
import type { LibraryItem } from '../../shared/model/asset.ts'
import type { CallInput } from '../../shared/ipc/contract.ts'
import type { WholeSelection } from './selection-store.ts'

type Scope = CallInput<'record.export'>['scope']

export type ExportChoice = {
  readonly what: 'selected' | 'shown' | 'loaded' | 'record'
  /** null: known only at the end. */
  readonly count: number | null
  readonly scope: Scope
}

type Shown = {
  readonly selected: readonly LibraryItem[]
  /** The selection reaches beyond what is loaded; null: it does not. */
  readonly whole: WholeSelection | null
  readonly items: readonly LibraryItem[]
  readonly hasMore: boolean
  /** How many the view has; null: nobody knows. */
  readonly total: number | null
  /** null: the view is the provider's own list, of which only what is loaded is known. */
  readonly filter: Extract<Scope, { readonly of: 'query' }>['query'] | null
}

/** What the person most likely means comes first. */
export function exportChoices(
  { selected, whole, items, hasMore, total, filter }: Shown,
  recordCount: number,
): readonly ExportChoice[] {
  const choices: readonly ExportChoice[] = [
    whole === null
      ? { what: 'selected', count: selected.length, scope: { of: 'items', items: selected } }
      : { what: 'selected', count: whole.count, scope: { of: 'query', query: whole.query } },
    filter === null
      ? { what: hasMore ? 'loaded' : 'shown', count: items.length, scope: { of: 'items', items } }
      : {
          what: 'shown',
          count: total ?? (hasMore ? null : items.length),
          scope: { of: 'query', query: filter },
        },
    { what: 'record', count: recordCount, scope: { of: 'record' } },
  ]
  return choices.filter(({ count }) => count !== 0)
}
