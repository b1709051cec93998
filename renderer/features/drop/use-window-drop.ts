// Makes the whole window a place to drop files on, and keeps a drop from ever navigating.
import { useEffect } from 'react'
import type { AccountId } from '../../../shared/ids.ts'
import { useAccountsStore } from '../../stores/accounts-store.ts'
import { closeDialog } from '../../stores/dialog-actions.ts'
import { useDialogStore, type Dialog } from '../../stores/dialog-store.ts'
import { type DragState, NO_DRAG, useDragStore } from '../../stores/drag-store.ts'
import { hasCommandKey } from '../../ui/shortcut.ts'
import { currentTarget } from './current-target.ts'
import { type Landing, sendFiles } from './send-files.ts'

/** What these ask stays to be answered; what this drop brings is said after them. */
const KEPT_OPEN: ReadonlySet<Dialog['kind'] | undefined> = new Set(['known', 'refused', 'other-file'])

function landingAt(target: EventTarget | null): Landing {
  const element = target instanceof Element ? target : null
  const id = element?.closest('[data-drop-account]')?.getAttribute('data-drop-account')
  return {
    overAccountId: useAccountsStore.getState().accounts.find((account) => account.id === id)?.id ?? null,
    wantsOptions: Boolean(element?.closest('[data-drop-options]')),
    wantsSeveral: Boolean(element?.closest('[data-drop-several]')),
    gatheredIds: useDragStore.getState().gatheredIds,
  }
}

function canLand({ overAccountId, wantsOptions, wantsSeveral, gatheredIds }: Landing): boolean {
  const target = currentTarget(overAccountId)
  return (
    wantsOptions ||
    wantsSeveral ||
    gatheredIds.length > 0 ||
    target.kind !== 'account' ||
    !target.account.isDisabled
  )
}

/** Passing over an account adds it, or takes it back; the first brings along where files would have gone. */
function gathered({ gatheredIds }: DragState, { overAccountId }: Landing): readonly AccountId[] {
  if (overAccountId === null) return gatheredIds
  if (gatheredIds.includes(overAccountId)) return gatheredIds.filter((id) => id !== overAccountId)
  const usual = currentTarget(null)
  const begun = gatheredIds.length === 0 && usual.kind === 'account' ? [usual.account.id] : gatheredIds
  return [...new Set([...begun, overAccountId])]
}

function isSamePlace(a: Landing, b: Landing): boolean {
  return (
    a.overAccountId === b.overAccountId &&
    a.wantsOptions === b.wantsOptions &&
    a.wantsSeveral === b.wantsSeveral
  )
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
      const before = useDragStore.getState()
      if (before.dragging && isSamePlace(before, landing)) return
      const gatheredIds = hasCommandKey(event) ? gathered(before, landing) : before.gatheredIds
      useDragStore.setState({ dragging: true, ...landing, gatheredIds })
    }
    const leave = (event: DragEvent) => {
      // Only leaving the window has nowhere to go.
      if (event.relatedTarget === null) useDragStore.setState(NO_DRAG)
    }
    const drop = (event: DragEvent) => {
      event.preventDefault()
      const landing = landingAt(event.target)
      useDragStore.setState(NO_DRAG)
      const files = [...(event.dataTransfer?.files ?? [])]
      if (files.length === 0 || !canLand(landing)) return
      if (!KEPT_OPEN.has(useDialogStore.getState().dialog?.kind)) closeDialog()
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
