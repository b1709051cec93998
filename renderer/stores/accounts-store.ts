// The accounts as main last described them.
import { create } from 'zustand'
import type { AccountView } from '../../shared/model/account.ts'

export type AccountsState = { readonly accounts: readonly AccountView[] }

export const useAccountsStore = create<AccountsState>(() => ({ accounts: [] }))
