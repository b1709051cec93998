// Takes files that came in: grants for them, then off to the accounts that are meant, or a question.
import type { Result } from '../../../shared/errors.ts'
import type { AccountId, GrantToken } from '../../../shared/ids.ts'
import { bridge } from '../../bridge/bridge.ts'
import { settle } from '../../bridge/settle.ts'
import { holdForFirstAccount, openDialog } from '../../stores/dialog-actions.ts'
import { showFailure, showMessage } from '../../stores/message-actions.ts'
import { useAccountsStore } from '../../stores/accounts-store.ts'
import { currentTarget } from './current-target.ts'
import { sendGrants } from './send-grants.ts'

/** Where in the window files came down. */
export type Landing = {
  readonly overAccountId: AccountId | null
  /** On the place that asks for options first. */
  readonly wantsOptions: boolean
  /** On the place that asks for several accounts. */
  readonly wantsSeveral: boolean
  /** Gathered on the way, in place of the one below the pointer. */
  readonly gatheredIds: readonly AccountId[]
}

const AT_LARGE: Landing = {
  overAccountId: null,
  wantsOptions: false,
  wantsSeveral: false,
  gatheredIds: [],
}

type Grants = Result<{ readonly grants: readonly GrantToken[] }>

async function place(result: Grants, landing: Landing): Promise<void> {
  if (!result.ok) {
    showFailure(result.failure)
    return
  }
  const { grants } = result.value
  if (grants.length === 0) {
    showMessage({ code: 'nothing-readable' })
    return
  }
  const { wantsOptions, wantsSeveral, gatheredIds } = landing
  const target = currentTarget(landing.overAccountId)
  const gathered = useAccountsStore
    .getState()
    .accounts.filter(({ id, isDisabled }) => gatheredIds.includes(id) && !isDisabled)
  if (target.kind === 'no-account') holdForFirstAccount(grants)
  else if (wantsOptions) openDialog({ kind: 'send', grants, wantsOptions })
  else if (!wantsSeveral && gathered.length > 0)
    await sendGrants(
      grants,
      gathered.map((account) => ({ account })),
    )
  else if (!wantsSeveral && target.kind === 'account') await sendGrants(grants, [target])
  else openDialog({ kind: 'send', grants })
}

/** Folders come as files too; main walks them. */
export async function sendFiles(files: readonly File[], landing: Landing = AT_LARGE): Promise<void> {
  if (files.length === 0) return
  await place(await settle(bridge().grantFiles(files)), landing)
}
