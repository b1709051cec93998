// Sends files on their way: grants for what came in, then jobs for an account.
import type { Result } from '../../../shared/errors.ts'
import type { AccountId, GrantToken } from '../../../shared/ids.ts'
import type { AccountView } from '../../../shared/model/account.ts'
import { manifestOf } from '../../../shared/providers/index.ts'
import type { UploadFields } from '../../../shared/upload-fields.ts'
import { bridge } from '../../bridge/bridge.ts'
import { settle } from '../../bridge/settle.ts'
import { holdForFirstAccount, openDialog } from '../../stores/dialog-actions.ts'
import { showFailure, showMessage } from '../../stores/message-actions.ts'
import { clearOneOffFields } from '../../stores/one-off-fields.ts'
import { fieldsForNextFiles } from '../../stores/upload-fields.ts'
import { currentTarget } from './current-target.ts'

/** Where in the window files came down. */
export type Landing = {
  readonly overAccountId: AccountId | null
  /** On the place that asks for options first. */
  readonly wantsOptions: boolean
}

const AT_LARGE: Landing = { overAccountId: null, wantsOptions: false }

type Grants = Result<{ readonly grants: readonly GrantToken[] }>

export async function sendGrants(
  grants: readonly GrantToken[],
  account: AccountView,
  fields: UploadFields = fieldsForNextFiles(account),
): Promise<void> {
  const result = await settle(bridge().calls['uploads.add']({ accountId: account.id, grants, fields }))
  if (!result.ok) {
    showFailure(result.failure, account.id)
    return
  }
  const { acceptedCount, refused, warned } = result.value
  const provider = manifestOf(account.providerId).displayName
  if (acceptedCount > 0) clearOneOffFields(account.id)
  if (acceptedCount > 0) showMessage({ code: 'files-added', count: acceptedCount, name: account.name })
  if (warned.length > 0) showMessage({ code: 'files-warned', warned, provider })
  if (refused.length > 0)
    openDialog({
      kind: 'refused',
      refused,
      acceptedCount,
      provider,
    })
  else if (acceptedCount === 0) showMessage({ code: 'nothing-readable' })
}

async function place(result: Grants, { overAccountId, wantsOptions }: Landing): Promise<void> {
  if (!result.ok) {
    showFailure(result.failure)
    return
  }
  const { grants } = result.value
  if (grants.length === 0) {
    showMessage({ code: 'nothing-readable' })
    return
  }
  const target = currentTarget(overAccountId)
  if (target.kind === 'no-account') holdForFirstAccount(grants)
  else if (wantsOptions) openDialog({ kind: 'send', grants, wantsOptions })
  else if (target.kind === 'account') await sendGrants(grants, target.account)
  else openDialog({ kind: 'send', grants })
}

/** Folders come as files too; main walks them. */
export async function sendFiles(files: readonly File[], landing: Landing = AT_LARGE): Promise<void> {
  if (files.length === 0) return
  await place(await settle(bridge().grantFiles(files)), landing)
}
