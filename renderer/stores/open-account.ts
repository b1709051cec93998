// Which account the window shows.
import type { AccountId } from '../../shared/ids.ts'
import type { AccountView } from '../../shared/model/account.ts'
import { useAccountsStore } from './accounts-store.ts'
import { useAppStore } from './app-store.ts'
import { clearSelection } from './selection-actions.ts'
import { updateSettings } from './settings-actions.ts'

/** The open account, or null for All uploads. */
export function useOpenAccount(): AccountView | null {
  const openId = useAppStore((state) => state.settings.openAccountId)
  return useAccountsStore((state) => state.accounts.find(({ id }) => id === openId) ?? null)
}

export function currentOpenAccount(): AccountView | null {
  const openId = useAppStore.getState().settings.openAccountId
  return useAccountsStore.getState().accounts.find(({ id }) => id === openId) ?? null
}

export function openAccount(id: AccountId | null): void {
  if (useAppStore.getState().settings.openAccountId === id) return
  clearSelection()
  updateSettings({ openAccountId: id })
}
