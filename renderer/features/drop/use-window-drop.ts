// Makes the whole window a place to drop files on, and keeps a drop from ever navigating.
import { useEffect } from 'react'
import type { AccountId } from '../../../shared/ids.ts'
import { useAccountsStore } from '../../stores/accounts-store.ts'
import { closeDialog } from '../../stores/dialog-actions.ts'
import { NO_DRAG, useDragStore } from '../../stores/drag-store.ts'
import { sendFiles } from './send-files.ts'

function accountUnder(target: EventTarget | null): AccountId | null {
  const id =
    target instanceof Element
      ? target.closest('[data-drop-account]')?.getAttribute('data-drop-account')
      : null
  return useAccountsStore.getState().accounts.find((account) => account.id === id)?.id ?? null
}

function carriesFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false
}

export function useWindowDrop(): void {
  useEffect(() => {
    const over = (event: DragEvent) => {
      event.preventDefault()
      if (!event.dataTransfer) return
      if (!carriesFiles(event)) {
        event.dataTransfer.dropEffect = 'none'
        return
      }
      event.dataTransfer.dropEffect = 'copy'
      const overAccountId = accountUnder(event.target)
      const state = useDragStore.getState()
      if (!state.dragging || state.overAccountId !== overAccountId)
        useDragStore.setState({ dragging: true, overAccountId })
    }
    const leave = (event: DragEvent) => {
      // Only leaving the window has nowhere to go.
      if (event.relatedTarget === null) useDragStore.setState(NO_DRAG)
    }
    const drop = (event: DragEvent) => {
      event.preventDefault()
      useDragStore.setState(NO_DRAG)
      const files = [...(event.dataTransfer?.files ?? [])]
      if (files.length === 0) return
      closeDialog()
      void sendFiles(files, accountUnder(event.target))
    }
    const end = () => useDragStore.setState(NO_DRAG)
    window.addEventListener('dragenter', over)
    window.addEventListener('dragover', over)
    window.addEventListener('dragleave', leave)
    window.addEventListener('dragend', end)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragenter', over)
      window.removeEventListener('dragover', over)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('dragend', end)
      window.removeEventListener('drop', drop)
    }
  }, [])
}
