// Applies what main says about accounts.
import type { AppEvent } from '../../shared/ipc/events.ts'
import type { AccountView } from '../../shared/model/account.ts'
import type { AccountsState } from './accounts-store.ts'

function withAccount(accounts: readonly AccountView[], account: AccountView): readonly AccountView[] {
  return accounts.some(({ id }) => id === account.id)
    ? accounts.map((old) => (old.id === account.id ? account : old))
    : [...accounts, account]
}

/** The same object when no event concerns accounts. */
export function reduceAccounts(state: AccountsState, events: readonly AppEvent[]): AccountsState {
  let { accounts } = state
  for (const event of events) {
    if (event.type === 'account.changed') accounts = withAccount(accounts, event.account)
    if (event.type === 'account.removed') accounts = accounts.filter(({ id }) => id !== event.accountId)
  }
  return accounts === state.accounts ? state : { accounts }
}
