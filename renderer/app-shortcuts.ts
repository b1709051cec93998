// The window's shortcuts that change what is open.
import { useEffect } from 'react'
import { useAccountsStore } from './stores/accounts-store.ts'
import { openDialog } from './stores/dialog-actions.ts'
import { openAccount } from './stores/open-account.ts'
import { hasCommandKey, isShortcut } from './ui/shortcut.ts'

export function useAppShortcuts(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (isShortcut(event, ',')) {
        event.preventDefault()
        openDialog({ kind: 'settings' })
        return
      }
      if (!hasCommandKey(event) || event.altKey || event.shiftKey || !/^[1-9]$/.test(event.key)) return
      const account = useAccountsStore.getState().accounts[Number(event.key) - 1]
      if (!account) return
      event.preventDefault()
      openAccount(account.id)
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])
}
