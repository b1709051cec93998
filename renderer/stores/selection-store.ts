// Which assets of the library are selected and which one has the keyboard's attention.
import { create } from 'zustand'
import type { RecordQueryInput } from '../../shared/model/record-query.ts'

export type WholeSelection = { readonly query: RecordQueryInput; readonly count: number }

export type SelectionState = {
  readonly selected: ReadonlySet<string>
  readonly focusKey: string | null
  /** Where a Shift range starts. */
  readonly anchorKey: string | null
  /** All that the record finds, most of which the page does not hold; null: only what is in `selected`. */
  readonly whole: WholeSelection | null
}

export const NO_SELECTION: SelectionState = {
  selected: new Set(),
  focusKey: null,
  anchorKey: null,
  whole: null,
}

export const useSelectionStore = create<SelectionState>(() => NO_SELECTION)
