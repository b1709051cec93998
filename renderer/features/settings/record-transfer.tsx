// Offers to carry the record to another computer, or another one's here.
import { en } from '../../i18n/en.ts'
import { useAppStore } from '../../stores/app-store.ts'
import { openOver } from '../../stores/dialog-actions.ts'
import { Button } from '../../ui/button.tsx'

export function RecordTransfer() {
  const count = useAppStore((state) => state.recordCount)
  return (
    <>
      <div className="transfer-buttons">
        <Button
          isDisabled={count === 0}
          onPress={() =>
            openOver({ kind: 'export-record', choices: [{ what: 'record', count, scope: { of: 'record' } }] })
          }
        >
          {en.transfer.exportRecord}
        </Button>
        <Button onPress={() => openOver({ kind: 'import-record' })}>{en.transfer.importRecord}</Button>
      </div>
      <span className="field-hint">{en.transfer.settingHint}</span>
    </>
  )
}
