// What goes along with an account's next files only, in place of what it is set to.
import { create } from 'zustand'
import type { AccountId } from '../../shared/ids.ts'
import type { UploadFields } from '../../shared/upload-fields.ts'

type OneOffs = { readonly byAccount: ReadonlyMap<AccountId, UploadFields> }

export const useOneOffStore = create<OneOffs>(() => ({ byAccount: new Map() }))

/** null: the account's own options hold. */
export function useOneOffFields(accountId: AccountId): UploadFields | null {
  return useOneOffStore(({ byAccount }) => byAccount.get(accountId) ?? null)
}

export function currentOneOffFields(accountId: AccountId): UploadFields | null {
  return useOneOffStore.getState().byAccount.get(accountId) ?? null
}

export function setOneOffFields(accountId: AccountId, fields: UploadFields): void {
  useOneOffStore.setState(({ byAccount }) => ({ byAccount: new Map(byAccount).set(accountId, fields) }))
}

export function clearOneOffFields(accountId: AccountId): void {
  useOneOffStore.setState(({ byAccount }) => ({
    byAccount: new Map([...byAccount].filter(([id]) => id !== accountId)),
  }))
}
