// What goes along with an account's uploads, as the person set it.
import type { AccountView } from '../../shared/model/account.ts'
import { manifestOf } from '../../shared/providers/index.ts'
import { checkUploadFields, type UploadFields } from '../../shared/upload-fields.ts'
import { useAccountsStore } from './accounts-store.ts'
import { useAppStore } from './app-store.ts'
import { currentOneOffFields } from './one-off-fields.ts'
import { updateSettings } from './settings-actions.ts'

type Owner = Pick<AccountView, 'id' | 'providerId'>

const NONE: UploadFields = {}

/** Without what the provider would refuse: its fields may have changed since. */
function fieldsOf({ id, providerId }: Owner, kept: Readonly<Record<string, UploadFields>>): UploadFields {
  const fields = kept[id]
  if (fields === undefined) return NONE
  const wrong = new Set(checkUploadFields(fields, manifestOf(providerId)).map(({ field }) => field))
  return wrong.size === 0
    ? fields
    : Object.fromEntries(Object.entries(fields).filter(([name]) => !wrong.has(name)))
}

export function useUploadFields(account: Owner): UploadFields {
  const kept = useAppStore((state) => state.settings.uploadFields)
  return fieldsOf(account, kept)
}

export function currentUploadFields(account: Owner): UploadFields {
  return fieldsOf(account, useAppStore.getState().settings.uploadFields)
}

/** What was set for the account's next files only, else its usual options. */
export function fieldsForNextFiles(account: Owner): UploadFields {
  return currentOneOffFields(account.id) ?? currentUploadFields(account)
}

/** Accounts that are gone are dropped along the way. */
export function saveUploadFields(account: Owner, fields: UploadFields): void {
  const known = new Set<string>(useAccountsStore.getState().accounts.map(({ id }) => id))
  const others = Object.entries(useAppStore.getState().settings.uploadFields).filter(
    ([id]) => known.has(id) && id !== account.id,
  )
  const own = Object.keys(fields).length === 0 ? [] : [[account.id, fields] as const]
  updateSettings({ uploadFields: Object.fromEntries([...others, ...own]) })
}
