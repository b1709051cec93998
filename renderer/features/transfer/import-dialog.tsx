// Leads a person through the import of another computer's record.
import { en } from '../../i18n/en.ts'
import { fill } from '../../i18n/fill.ts'
import { plural } from '../../i18n/plural.ts'
import { closeDialog } from '../../stores/dialog-actions.ts'
import { giveUpTransfer } from '../../stores/transfer-store.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { AccountPlaces } from './account-places.tsx'
import { ImportSummary } from './import-summary.tsx'
import { RowProblemList } from './row-problems.tsx'
import { TransferFailure } from './transfer-failure.tsx'
import { TransferProgress } from './transfer-progress.tsx'
import { useImport, type Import } from './use-import.ts'

const words = en.transfer.import

export function ImportDialog() {
  const flow = useImport()
  const { step, isRunning, failure } = flow
  const isStopped = failure?.code === 'cancelled'
  return (
    <Dialog
      title={step.at === 'done' ? words.doneTitle : words.title}
      size="medium"
      onClose={isRunning ? giveUpTransfer : closeDialog}
      outcome={
        failure === null ? undefined : isStopped ? (
          <p role="status">{words.stopped}</p>
        ) : (
          <TransferFailure failure={failure} />
        )
      }
      buttons={<ImportButtons flow={flow} />}
    >
      <ImportBody flow={flow} />
    </Dialog>
  )
}

function ImportBody({ flow: { step, choices, choose } }: { readonly flow: Import }) {
  switch (step.at) {
    case 'start':
      return <p className="dialog-lead">{words.lead}</p>
    case 'looking':
      return <TransferProgress label={words.looking} />
    case 'importing':
      return <TransferProgress label={words.busy} />
    case 'done':
      return <ImportSummary result={step.result} preference={step.preference} />
    case 'asking': {
      const { entryCount, fileName, accounts, problems } = step.look
      return (
        <>
          <p role="status" className="transfer-found">
            {entryCount === 0
              ? fill(words.none, { file: fileName })
              : plural(words.found, entryCount, { file: fileName })}
          </p>
          {entryCount === 0 ? null : <AccountPlaces foreign={accounts} choices={choices} onChoose={choose} />}
          <RowProblemList problems={problems} />
        </>
      )
    }
  }
}

function ImportButtons({ flow: { step, isRunning, open, start } }: { readonly flow: Import }) {
  if (isRunning) return <Button onPress={giveUpTransfer}>{en.app.cancel}</Button>
  if (step.at === 'done') {
    if (step.preference === 'theirs' || step.result.conflictCount === 0)
      return (
        <Button key="close" look="primary" autoFocus onPress={closeDialog}>
          {en.app.close}
        </Button>
      )
    return (
      <>
        <Button onPress={() => void start('theirs')}>{words.takeTheirs}</Button>
        <Button key="keep" look="primary" autoFocus onPress={closeDialog}>
          {words.keepMine}
        </Button>
      </>
    )
  }
  const isAsking = step.at === 'asking'
  return (
    <>
      <Button onPress={closeDialog}>{en.app.cancel}</Button>
      {isAsking && step.look.entryCount > 0 ? (
        <Button key="import" look="primary" autoFocus onPress={() => void start('mine')}>
          {words.start}
        </Button>
      ) : (
        <Button key="choose" look="primary" autoFocus onPress={() => void open()}>
          {words.choose}
        </Button>
      )}
    </>
  )
}
