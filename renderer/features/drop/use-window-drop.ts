// Makes the whole window a place to drop files on, and keeps a drop from ever navigating.
import { useEffect } from 'react'
import { useAccountsStore } from '../../stores/accounts-store.ts'
import { closeDialog } from '../../stores/dialog-actions.ts'
import { NO_DRAG, useDragStore } from '../../stores/drag-store.ts'
import { currentTarget } from './current-target.ts'
import { type Landing, sendFiles } from './send-files.ts'

function landingAt(target: EventTarget | null): Landing {
  const element = target instanceof Element ? target : null
  const id = element?.closest('[data-drop-account]')?.getAttribute('data-drop-account')
  return {
    overAccountId: useAccountsStore.getState().accounts.find((account) => account.id === id)?.id ?? null,
    wantsOptions: Boolean(element?.closest('[data-drop-options]')),
  }
}

function canLand({ overAccountId, wantsOptions }: Landing): boolean {
  const target = currentTarget(overAccountId)
  return wantsOptions || target.kind !== 'account' || !target.account.isDisabled
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
      const landing = landingAt(event.target)
      event.dataTransfer.dropEffect = canLand(landing) ? 'copy' : 'none'
      const { dragging, overAccountId, wantsOptions } = useDragStore.getState()
      if (!dragging || overAccountId !== landing.overAccountId || wantsOptions !== landing.wantsOptions)
        useDragStore.setState({ dragging: true, ...landing })
    }
    const leave = (event: DragEvent) => {
      // Only leaving the window has nowhere to go.
      if (event.relatedTarget === null) useDragStore.setState(NO_DRAG)
    }
    const drop = (event: DragEvent) => {
      event.preventDefault()
      useDragStore.setState(NO_DRAG)
      const files = [...(event.dataTransfer?.files ?? [])]
      const landing = landingAt(event.target)
      if (files.length === 0 || !canLand(landing)) return
      closeDialog()
      void sendFiles(files, landing)
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
