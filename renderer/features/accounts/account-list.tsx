// The accounts in the order that the person gives them.
import { useState } from 'react'
import { flushSync } from 'react-dom'
import type { AccountId } from '../../../shared/ids.ts'
import type { AccountView } from '../../../shared/model/account.ts'
import { en } from '../../i18n/en.ts'
import { fill } from '../../i18n/fill.ts'
import { reorderAccounts } from '../../stores/accounts-actions.ts'
import { AccountEntry } from './account-entry.tsx'
import { movedOrder } from './moved-order.ts'
import { useAccountDrag } from './use-account-drag.ts'

type Props = { readonly accounts: readonly AccountView[]; readonly openId: AccountId | null }

export function AccountList({ accounts, openId }: Props) {
  const [said, setSaid] = useState('')
  const ids = accounts.map(({ id }) => id)

  const move = (accountId: AccountId, gap: number) => {
    const order = movedOrder(ids, accountId, gap)
    const account = accounts.find(({ id }) => id === accountId)
    if (order === null || !account) return
    // The entry is still focused afterwards only if it has moved before its key press ends.
    flushSync(() => void reorderAccounts(order))
    const place = order.indexOf(accountId) + 1
    setSaid(fill(en.accounts.moved, { name: account.name, place, count: order.length }))
  }
  const { drag, listProps, entryProps } = useAccountDrag(move)
  const isMove = drag !== null && drag.gap !== null && movedOrder(ids, drag.accountId, drag.gap) !== null
  const markAt = (index: number) => {
    if (!isMove) return undefined
    if (drag.gap === index) return 'before'
    return drag.gap === accounts.length && index === accounts.length - 1 ? 'after' : undefined
  }
  return (
    <>
      <ul className="entries" aria-label={en.accounts.heading} {...listProps}>
        {accounts.map((account, index) => (
          <AccountEntry
            key={account.id}
            account={account}
            place={index + 1}
            isOpen={account.id === openId}
            isDragged={drag?.accountId === account.id}
            insertMark={markAt(index)}
            dragProps={entryProps(account.id)}
            onMoveUp={index === 0 ? null : () => move(account.id, index - 1)}
            onMoveDown={index === accounts.length - 1 ? null : () => move(account.id, index + 2)}
          />
        ))}
      </ul>
      <span role="status" className="sr-only">
        {said}
      </span>
    </>
  )
}
