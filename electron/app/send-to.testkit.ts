// Says for tests what the page says to send files to one account.
import type { AccountId, GrantToken } from '../../shared/ids.ts'
import type { CallInput } from '../../shared/ipc/contract.ts'

export function sendTo(
  accountId: AccountId | readonly AccountId[],
  grants: readonly GrantToken[],
  sendsKnown = false,
): CallInput<'uploads.add'> {
  const targets = [accountId].flat().map((id) => ({ accountId: id, fields: {} }))
  return { targets, grants, sendsKnown, intakeId: null }
}
