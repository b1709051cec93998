// Lists the files that were not taken, each with its reason, once.
import { problemText } from '../../format/problem-text.ts'
import { en } from '../../i18n/en.ts'
import { fill } from '../../i18n/fill.ts'
import { plural } from '../../i18n/plural.ts'
import { closeDialog } from '../../stores/dialog-actions.ts'
import type { Refusal } from '../../stores/dialog-store.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ReasonList } from '../../ui/reason-list.tsx'

type Props = { readonly refused: readonly Refusal[]; readonly acceptedCount: number }

function reasonOf({ problem, provider, account }: Refusal): string {
  const reason = problemText(problem, provider)
  return account === null ? reason : fill(en.fanOut.refusedBy, { account, reason })
}

export function RefusedDialog({ refused, acceptedCount }: Props) {
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
          rows={refused.map((refusal, index) => ({
            key: `${index} ${refusal.name}`,
            name: refusal.name,
            reason: <span className="refused-reason">{reasonOf(refusal)}</span>,
          }))}
        />
      </div>
    </Dialog>
  )
}
