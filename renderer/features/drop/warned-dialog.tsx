// Lists the files that were sent although their provider may not take them, each with what speaks against it.
import type { RefusedFile } from '../../../shared/model/intake.ts'
import { warningText } from '../../format/problem-text.ts'
import { en } from '../../i18n/en.ts'
import { fill } from '../../i18n/fill.ts'
import { plural } from '../../i18n/plural.ts'
import { closeDialog } from '../../stores/dialog-actions.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ReasonList } from '../../ui/reason-list.tsx'

type Props = { readonly warned: readonly RefusedFile[]; readonly provider: string }

export function WarnedDialog({ warned, provider }: Props) {
  const title = plural(en.drop.warnedTitle, warned.length)
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
      <div>
        <p className="dialog-lead">{fill(en.drop.warnedLead, { provider })}</p>
        <ReasonList
          label={title}
          icon="alert"
          look="mild"
          rows={warned.map(({ name, problem }, index) => ({
            key: `${index} ${name}`,
            name,
            reason: <span className="refused-reason">{warningText(problem, provider)}</span>,
          }))}
        />
      </div>
    </Dialog>
  )
}
