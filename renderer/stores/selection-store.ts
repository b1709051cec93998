// Which assets of the library are selected and which one has the keyboard's attention.
import { create } from 'zustand'

export type SelectionState = {
  readonly selected: ReadonlySet<string>
  readonly focusKey: string | null
  /** Where a Shift range starts. */
  readonly anchorKey: string | null
}

export const NO_SELECTION: SelectionState = { selected: new Set(), focusKey: null, anchorKey: null }

export const useSelectionStore = create<SelectionState>(() => NO_SELECTION)
