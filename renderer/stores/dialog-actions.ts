// Opens and closes dialogs.
import type { GrantToken } from '../../shared/ids.ts'
import { type Dialog, useDialogStore } from './dialog-store.ts'

export function openDialog(dialog: Dialog): void {
  useDialogStore.setState({ dialog })
}

/** Shows it in place of the one that is open, which comes back afterwards. */
export function openOver(dialog: Dialog): void {
  useDialogStore.setState((state) => ({
    dialog,
    next: state.dialog === null ? state.next : [state.dialog, ...state.next],
  }))
}

/** Shows it at once, or when the one that is open has been answered. */
export function queueDialog(dialog: Dialog): void {
  useDialogStore.setState((state) => (state.dialog === null ? { dialog } : { next: [...state.next, dialog] }))
}

export function closeDialog(): void {
  useDialogStore.setState(({ next: [dialog = null, ...next] }) => ({ dialog, next }))
}

/** Keeps files until an account exists, and asks for one. */
export function holdForFirstAccount(grants: readonly GrantToken[]): void {
  useDialogStore.setState({ heldGrants: grants, dialog: { kind: 'add-account' } })
}

/** Gives up the files that waited for an account. */
export function abandonAddAccount(): void {
  useDialogStore.setState({ heldGrants: [], dialog: null })
}

/** After an account was added: files that waited for it are offered, never sent unasked. */
export function finishAddAccount(): void {
  const { heldGrants } = useDialogStore.getState()
  useDialogStore.setState({
    heldGrants: [],
    dialog: heldGrants.length > 0 ? { kind: 'send', grants: heldGrants } : null,
  })
}
