// Asks what goes into a file, and in which form; then says how far it is and what came of it.
import { useState } from 'react'
import type { Result } from '../../../shared/errors.ts'
import type { CallOutput } from '../../../shared/ipc/contract.ts'
import type { RecordFormat } from '../../../shared/model/transfer.ts'
import { bridge } from '../../bridge/bridge.ts'
import { formatBytes } from '../../format/bytes.ts'
import { en } from '../../i18n/en.ts'
import { plural } from '../../i18n/plural.ts'
import { closeDialog } from '../../stores/dialog-actions.ts'
import type { ExportChoice } from '../../stores/export-choices.ts'
import { giveUpTransfer, runTransfer, useTransferStore } from '../../stores/transfer-store.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { SelectInput } from '../../ui/select-input.tsx'
import { TransferFailure } from './transfer-failure.tsx'
import { TransferProgress } from './transfer-progress.tsx'

const words = en.transfer.export
const FORMATS = [
  { value: 'json', label: words.formats.json },
  { value: 'csv', label: words.formats.csv },
] as const

function labelOf({ what, count }: ExportChoice): string {
  return count === null ? words.shownAll : plural(words.whats[what], count)
}

export function ExportDialog({ choices }: { readonly choices: readonly ExportChoice[] }) {
  const isRunning = useTransferStore((state) => state.transfer !== null)
  const [what, setWhat] = useState(choices[0]?.what ?? 'record')
  const [format, setFormat] = useState<RecordFormat>('json')
  const [result, setResult] = useState<Result<CallOutput<'record.export'>> | null>(null)
  const choice = choices.find((candidate) => candidate.what === what)

  const start = async () => {
    if (!choice) return
    setResult(null)
    const { scope } = choice
    setResult(
      await runTransfer((transferId) => bridge().calls['record.export']({ transferId, format, scope })),
    )
  }
  const done = result?.ok ? result.value : null
  const failure = result?.ok === false && !isRunning ? result.failure : null
  const isStopped = failure?.code === 'cancelled'
  return (
    <Dialog
      title={words.title}
      onClose={isRunning ? giveUpTransfer : closeDialog}
      outcome={
        isStopped ? (
          <p role="status">{words.stopped}</p>
        ) : failure === null ? undefined : (
          <TransferFailure failure={failure} />
        )
      }
      buttons={
        isRunning ? (
          <Button onPress={giveUpTransfer}>{en.app.cancel}</Button>
        ) : done ? (
          <Button look="primary" autoFocus onPress={closeDialog}>
            {en.app.close}
          </Button>
        ) : (
          <>
            <Button onPress={closeDialog}>{en.app.cancel}</Button>
            <Button look="primary" autoFocus isDisabled={!choice} onPress={() => void start()}>
              {words.start}
            </Button>
          </>
        )
      }
    >
      {isRunning ? (
        <TransferProgress label={words.busy} />
      ) : done ? (
        <p role="status">
          {plural(words.done, done.count, { file: done.fileName, size: formatBytes(done.sizeBytes) })}
        </p>
      ) : choice ? (
        <>
          <SelectInput
            label={words.what}
            value={what}
            options={choices.map((each) => ({ value: each.what, label: labelOf(each) }))}
            onChange={setWhat}
          />
          <div className="field transfer-format">
            <span className="field-label">{words.format}</span>
            <Segmented label={words.format} value={format} options={FORMATS} onChange={setFormat} />
            <span className="field-hint">{words.formatHints[format]}</span>
          </div>
          <p className="field-hint">{words.private}</p>
        </>
      ) : (
        <p className="dialog-lead">{words.nothing}</p>
      )}
    </Dialog>
  )
}
