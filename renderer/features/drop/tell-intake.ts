// Says what became of a drop: what was added, refused, warned of, or known already.
import type { AccountIntake, IntakeResult } from '../../../shared/model/intake.ts'
import type { AccountView } from '../../../shared/model/account.ts'
import { manifestOf } from '../../../shared/providers/index.ts'
import type { UploadFields } from '../../../shared/upload-fields.ts'
import { useAppStore } from '../../stores/app-store.ts'
import { queueDialog } from '../../stores/dialog-actions.ts'
import type { KnownGroup, Refusal } from '../../stores/dialog-store.ts'
import { showMessage } from '../../stores/message-actions.ts'
import { clearOneOffFields } from '../../stores/one-off-fields.ts'
import { en } from '../../i18n/en.ts'

type Target = { readonly account: AccountView; readonly fields: UploadFields }
type Told = Target & { readonly intake: AccountIntake; readonly provider: string }

export function tellIntake(result: IntakeResult, targets: readonly Target[]): void {
  const told = targets.flatMap((target): Told[] => {
    const intake = result.accounts.find(({ accountId }) => accountId === target.account.id)
    const provider = manifestOf(target.account.providerId).displayName
    return intake ? [{ ...target, intake, provider }] : []
  })
  const acceptedCount = tellAdded(told)
  for (const { intake, provider } of told)
    if (intake.warned.length > 0) showMessage({ code: 'files-warned', warned: intake.warned, provider })
  const { leftOut, linkedCount } = result
  if (leftOut.hiddenCount + leftOut.linkCount + linkedCount > 0)
    showMessage({ code: 'drop-notes', leftOut, linkedCount })
  const knownCount = tellKnown(told)
  const refused = refusalsOf(result, told)
  if (refused.length > 0) queueDialog({ kind: 'refused', refused, acceptedCount })
  else if (acceptedCount + knownCount === 0) showMessage({ code: 'nothing-readable' })
}

/** How many files go to the account that takes most of them. */
function tellAdded(told: readonly Told[]): number {
  const takers = told.filter(({ intake }) => intake.acceptedCount > 0)
  takers.forEach(({ account }) => clearOneOffFields(account.id))
  const count = Math.max(0, ...takers.map(({ intake }) => intake.acceptedCount))
  if (count > 0) showMessage({ code: 'files-added', count, names: takers.map(({ account }) => account.name) })
  return count
}

function tellKnown(told: readonly Told[]): number {
  const groups = told.flatMap(({ account, fields, intake }): KnownGroup[] =>
    intake.known.length === 0 ? [] : [{ accountId: account.id, fields, known: intake.known }],
  )
  if (groups.length === 0) return 0
  if (useAppStore.getState().settings.knownFiles === 'skip') showMessage({ code: 'files-known', groups })
  else queueDialog({ kind: 'known', groups })
  return groups.length
}

function refusalsOf({ refused }: IntakeResult, told: readonly Told[]): readonly Refusal[] {
  const provider = told.length === 1 ? (told[0]?.provider ?? en.app.service) : en.app.service
  return [
    ...refused.map((file) => ({ ...file, provider, account: null })),
    ...told.flatMap(({ intake, account, provider: own }) =>
      intake.refused.map((file) => ({
        ...file,
        provider: own,
        account: told.length > 1 ? account.name : null,
      })),
    ),
  ]
}
