// Applies what main says about accounts.
import type { AccountId } from '../../shared/ids.ts'
import type { AppEvent } from '../../shared/ipc/events.ts'
import type { AccountView } from '../../shared/model/account.ts'
import type { AccountsState } from './accounts-store.ts'

function withAccount(accounts: readonly AccountView[], account: AccountView): readonly AccountView[] {
  return accounts.some(({ id }) => id === account.id)
    ? accounts.map((old) => (old.id === account.id ? account : old))
    : [...accounts, account]
}

function inOrder(accounts: readonly AccountView[], ids: readonly AccountId[]): readonly AccountView[] {
  const place = new Map(ids.map((id, index) => [id, index]))
  const placeOf = ({ id }: AccountView) => place.get(id) ?? ids.length
  return [...accounts].sort((a, b) => placeOf(a) - placeOf(b))
}

/** The same object when no event concerns accounts. */
export function reduceAccounts(state: AccountsState, events: readonly AppEvent[]): AccountsState {
  let { accounts } = state
  for (const event of events) {
    if (event.type === 'account.changed') accounts = withAccount(accounts, event.account)
    if (event.type === 'account.removed') accounts = accounts.filter(({ id }) => id !== event.accountId)
    if (event.type === 'accounts.reordered') accounts = inOrder(accounts, event.accountIds)
  }
  return accounts === state.accounts ? state : { accounts }
}
