// Where files would go right now.
import type { AccountId } from '../../../shared/ids.ts'
import { useAccountsStore } from '../../stores/accounts-store.ts'
import { currentOpenAccount } from '../../stores/open-account.ts'
import { useQueueStore } from '../../stores/queue-store.ts'
import { type DropTarget, dropTarget, lastUsedAccount } from './drop-target.ts'

export function currentTarget(overAccountId: AccountId | null): DropTarget {
  return dropTarget({
    accounts: useAccountsStore.getState().accounts,
    open: currentOpenAccount(),
    overAccountId,
    lastUsedId: lastUsedAccount(useQueueStore.getState().jobs.values()),
  })
}
