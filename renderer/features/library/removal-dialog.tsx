// Shows the question about assets that are to go; once answered, the keyboard is back in the grid.
import { useEffect, useRef } from 'react'
import { useDialogStore } from '../../stores/dialog-store.ts'
import { useSelectionStore } from '../../stores/selection-store.ts'
import { RemoveAssetsDialog } from './remove-assets-dialog.tsx'

/** After the dialog has tried to give the focus back to where it was, which may be gone. */
const FOCUS_BACK_MS = 60

export function RemovalDialog({ keys }: { readonly keys: readonly string[] }) {
  const dialog = useDialogStore((state) => (state.dialog?.kind === 'remove-assets' ? state.dialog : null))
  const wasOpen = useRef(false)
  const isOpen = dialog !== null
  useEffect(() => {
    if (isOpen) {
      wasOpen.current = true
      return
    }
    if (!wasOpen.current) return
    wasOpen.current = false
    const timer = window.setTimeout(() => {
      const { focusKey } = useSelectionStore.getState()
      if (document.activeElement !== document.body || focusKey === null) return
      document.querySelector<HTMLElement>(`[data-key="${CSS.escape(focusKey)}"]`)?.focus()
    }, FOCUS_BACK_MS)
    return () => window.clearTimeout(timer)
  }, [isOpen])
  return dialog === null ? null : <RemoveAssetsDialog items={dialog.items} how={dialog.how} keys={keys} />
}
