// What a person can do with accounts.
import type { AccountId } from '../../../shared/ids.ts'
import { PROVIDER_IDS } from '../../../shared/providers/index.ts'
import type { AccountView } from '../../../shared/model/account.ts'
import { bridge } from '../../bridge/bridge.ts'
import { settle } from '../../bridge/settle.ts'
import { reduceAccounts } from '../../stores/accounts-reducer.ts'
import { useAccountsStore } from '../../stores/accounts-store.ts'
import { closeDialog } from '../../stores/dialog-actions.ts'
import { showFailure, showMessage } from '../../stores/message-actions.ts'
import { openAccount } from '../../stores/open-account.ts'

/** Shows the new account at once; the event that follows says the same again. */
export function enterAccount(account: AccountView): void {
  useAccountsStore.setState((state) => reduceAccounts(state, [{ type: 'account.changed', account }]))
  openAccount(account.id)
  showMessage({ code: 'account-added', name: account.name })
}

export async function trySandbox(): Promise<void> {
  const result = await settle(bridge().calls['accounts.addSandbox']({ providerId: PROVIDER_IDS[0] }))
  if (result.ok) enterAccount(result.value)
  else showFailure(result.failure)
}

export async function resumeAccount({ id }: { id: AccountId }): Promise<void> {
  const result = await settle(bridge().calls['accounts.resume']({ accountId: id }))
  if (!result.ok) showFailure(result.failure, id)
}

export async function removeAccount({ id, name }: { id: AccountId; name: string }): Promise<void> {
  const result = await settle(bridge().calls['accounts.remove']({ accountId: id }))
  if (!result.ok) {
    showFailure(result.failure, id)
    return
  }
  useAccountsStore.setState((state) => reduceAccounts(state, [{ type: 'account.removed', accountId: id }]))
  openAccount(null)
  showMessage({ code: 'account-removed', name })
  closeDialog()
}
