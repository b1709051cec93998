// What a person can do with accounts beyond changing one.
import type { AccountId } from '../../../shared/ids.ts'
import type { AccountView } from '../../../shared/model/account.ts'
import { PROVIDER_IDS, type ProviderId } from '../../../shared/providers/index.ts'
import { bridge } from '../../bridge/bridge.ts'
import { settle } from '../../bridge/settle.ts'
import { showAccount } from '../../stores/accounts-actions.ts'
import { reduceAccounts } from '../../stores/accounts-reducer.ts'
import { useAccountsStore } from '../../stores/accounts-store.ts'
import { closeDialog } from '../../stores/dialog-actions.ts'
import { showFailure, showMessage } from '../../stores/message-actions.ts'
import { openAccount } from '../../stores/open-account.ts'

export function enterAccount(account: AccountView): void {
  showAccount(account)
  openAccount(account.id)
  showMessage({ code: 'account-added', name: account.name })
}

/** The providers that no sandbox account stands for yet. */
export function providersWithoutSandbox(accounts: readonly AccountView[]): readonly ProviderId[] {
  const present = new Set(
    accounts.filter(({ server }) => server.kind === 'sandbox').map(({ providerId }) => providerId),
  )
  return PROVIDER_IDS.filter((id) => !present.has(id))
}

/** Adds one account of each provider and opens the first; whether there is one now. */
export async function trySandbox(): Promise<boolean> {
  let count = 0
  for (const providerId of providersWithoutSandbox(useAccountsStore.getState().accounts)) {
    const result = await settle(bridge().calls['accounts.addSandbox']({ providerId }))
    if (!result.ok) {
      showFailure(result.failure)
      break
    }
    showAccount(result.value)
    if (count === 0) openAccount(result.value.id)
    count += 1
  }
  if (count > 0) showMessage({ code: 'sandboxes-added', count })
  return count > 0
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
