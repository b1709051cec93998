// Changes the selection, by the rules every file manager shares.
import {
  NO_SELECTION,
  type SelectionState,
  useSelectionStore,
  type WholeSelection,
} from './selection-store.ts'

export type Modifiers = { readonly range: boolean; readonly toggle: boolean }

/** The selection after `key` was clicked or reached; `keys` is the order on screen. */
export function selectStep(
  state: SelectionState,
  keys: readonly string[],
  key: string,
  { range, toggle }: Modifiers,
): SelectionState {
  if (range) {
    const anchorKey = state.anchorKey ?? key
    const [from, to] = [keys.indexOf(anchorKey), keys.indexOf(key)].sort((a, b) => a - b)
    if (from !== undefined && to !== undefined && from >= 0)
      return { selected: new Set(keys.slice(from, to + 1)), focusKey: key, anchorKey, whole: null }
  }
  if (toggle) {
    const selected = new Set(state.selected)
    if (!selected.delete(key)) selected.add(key)
    return { selected, focusKey: key, anchorKey: key, whole: null }
  }
  return { selected: new Set([key]), focusKey: key, anchorKey: key, whole: null }
}

export function select(keys: readonly string[], key: string, modifiers: Modifiers): void {
  useSelectionStore.setState((state) => selectStep(state, keys, key, modifiers))
}

export function selectAll(keys: readonly string[]): void {
  useSelectionStore.setState({ selected: new Set(keys), whole: null })
}

/** Beside what is on screen, `loadedKeys`, everything else that the record finds. */
export function selectWhole(loadedKeys: readonly string[], whole: WholeSelection): void {
  useSelectionStore.setState({ selected: new Set(loadedKeys), whole })
}

/** Back to what is selected on screen. */
export function dropWhole(): void {
  useSelectionStore.setState(({ whole }) => (whole === null ? {} : { whole: null }))
}

/** These and no others; where the keyboard is does not change. */
export function selectKeys(keys: readonly string[]): void {
  useSelectionStore.setState({ selected: new Set(keys), anchorKey: keys[0] ?? null, whole: null })
}

export function focusAsset(focusKey: string): void {
  useSelectionStore.setState({ focusKey })
}

/** After assets disappeared: nothing is selected, the keyboard goes on at this one. */
export function continueAt(focusKey: string | null): void {
  useSelectionStore.setState({ ...NO_SELECTION, focusKey })
}

export function clearSelection(): void {
  useSelectionStore.setState(NO_SELECTION)
}
