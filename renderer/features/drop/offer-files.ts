// Takes files that the system handed over: they are offered to the person, never sent unasked.
import type { AppEvent } from '../../../shared/ipc/events.ts'
import { useAccountsStore } from '../../stores/accounts-store.ts'
import { holdForFirstAccount, openDialog } from '../../stores/dialog-actions.ts'

export function offerFiles(events: readonly AppEvent[]): void {
  const grants = events.flatMap((event) => (event.type === 'files.offered' ? event.grants : []))
  if (grants.length === 0) return
  if (useAccountsStore.getState().accounts.length === 0) holdForFirstAccount(grants)
  else openDialog({ kind: 'send', grants })
}
