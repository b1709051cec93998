// Sends granted files to accounts, then says what became of them.
import type { GrantToken, IntakeId } from '../../../shared/ids.ts'
import type { CallInput } from '../../../shared/ipc/contract.ts'
import type { AccountView } from '../../../shared/model/account.ts'
import type { UploadFields } from '../../../shared/upload-fields.ts'
import { bridge } from '../../bridge/bridge.ts'
import { settle } from '../../bridge/settle.ts'
import { useAppStore } from '../../stores/app-store.ts'
import { beginIntake, endIntake } from '../../stores/intake-store.ts'
import { showFailure } from '../../stores/message-actions.ts'
import { fieldsForNextFiles } from '../../stores/upload-fields.ts'
import { tellIntake } from './tell-intake.ts'

/** `fields`: instead of what the account is set to. */
export type SendTarget = { readonly account: AccountView; readonly fields?: UploadFields }

type Options = {
  /** The person has been told that the accounts have them. */
  readonly sendsKnown?: boolean
}

export async function sendGrants(
  grants: readonly GrantToken[],
  targets: readonly SendTarget[],
  { sendsKnown = useAppStore.getState().settings.knownFiles === 'upload' }: Options = {},
): Promise<void> {
  const withFields = targets.map(({ account, fields }) => ({
    account,
    fields: fields ?? fieldsForNextFiles(account),
  }))
  const result = await add({
    targets: withFields.map(({ account, fields }) => ({ accountId: account.id, fields })),
    grants,
    sendsKnown,
  })
  if (result.ok) tellIntake(result.value, withFields)
  // Who gave it up knows.
  else if (result.failure.code !== 'cancelled')
    showFailure(result.failure, targets.length === 1 ? (targets[0]?.account.id ?? null) : null)
}

async function add(input: Omit<CallInput<'uploads.add'>, 'intakeId'>) {
  const intakeId = crypto.randomUUID() as string as IntakeId
  beginIntake(intakeId)
  try {
    return await settle(bridge().calls['uploads.add']({ ...input, intakeId }))
  } finally {
    endIntake(intakeId)
  }
}

export async function giveUpIntakes(intakeIds: readonly IntakeId[]): Promise<void> {
  for (const intakeId of intakeIds) {
    const result = await settle(bridge().calls['uploads.giveUp']({ intakeId }))
    if (!result.ok) showFailure(result.failure)
  }
}
