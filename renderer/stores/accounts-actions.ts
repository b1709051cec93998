// Changes accounts: main decides, the page shows what it answered.
import type { Result } from '../../shared/errors.ts'
import type { AccountId } from '../../shared/ids.ts'
import type { CallInput } from '../../shared/ipc/contract.ts'
import type { AccountView } from '../../shared/model/account.ts'
import { bridge } from '../bridge/bridge.ts'
import { settle } from '../bridge/settle.ts'
import { reduceAccounts } from './accounts-reducer.ts'
import { useAccountsStore } from './accounts-store.ts'
import { showFailure } from './message-actions.ts'

export type AccountChange = Omit<CallInput<'accounts.update'>, 'accountId'>

/** Shows an account at once; the event that follows says the same again. */
export function showAccount(account: AccountView): void {
  useAccountsStore.setState((state) => reduceAccounts(state, [{ type: 'account.changed', account }]))
}

export async function changeAccount(
  accountId: AccountId,
  change: AccountChange,
): Promise<Result<AccountView>> {
  const result = await settle(bridge().calls['accounts.update']({ ...change, accountId }))
  if (result.ok) showAccount(result.value)
  return result
}

/** For changes that need no dialog: a failure is said in the corner. */
export async function changeAtOnce(accountId: AccountId, change: AccountChange): Promise<void> {
  const result = await changeAccount(accountId, change)
  if (!result.ok) showFailure(result.failure, accountId)
}

/** Shows the new order at once, or the old one again when main could not keep it. */
export async function reorderAccounts(accountIds: readonly AccountId[]): Promise<void> {
  const before = useAccountsStore.getState().accounts.map(({ id }) => id)
  showOrder(accountIds)
  const result = await settle(bridge().calls['accounts.reorder']({ accountIds }))
  if (result.ok) return
  showOrder(before)
  showFailure(result.failure)
}

function showOrder(accountIds: readonly AccountId[]): void {
  useAccountsStore.setState((state) => reduceAccounts(state, [{ type: 'accounts.reordered', accountIds }]))
}
