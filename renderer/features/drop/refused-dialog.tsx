// Lists the files that were not taken, each with its reason, once.
import type { RefusedFile } from '../../../shared/model/intake.ts'
import { problemText } from '../../format/problem-text.ts'
import { en } from '../../i18n/en.ts'
import { plural } from '../../i18n/plural.ts'
import { closeDialog } from '../../stores/dialog-actions.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ReasonList } from '../../ui/reason-list.tsx'

type Props = {
  readonly refused: readonly RefusedFile[]
  readonly acceptedCount: number
  readonly provider: string
}

export function RefusedDialog({ refused, acceptedCount, provider }: Props) {
  const title = plural(en.drop.refusedTitle, refused.length)
  return (
    <Dialog
      title={title}
      size="medium"
      onClose={closeDialog}
      buttons={
        <Button look="primary" autoFocus onPress={closeDialog}>
          {en.app.dismiss}
        </Button>
      }
    >
      <div role="alert">
        <p className="dialog-lead">
          {acceptedCount === 0 ? en.drop.refusedNone : plural(en.drop.refusedLead, acceptedCount)}
        </p>
        <ReasonList
          label={title}
          icon="ban"
          rows={refused.map(({ name, problem }, index) => ({
            key: `${index} ${name}`,
            name,
            reason: <span className="refused-reason">{problemText(problem, provider)}</span>,
          }))}
        />
      </div>
    </Dialog>
  )
}
