// How far the export or import is that is under way.
import { ProgressBar } from 'react-aria-components'
import { en } from '../../i18n/en.ts'
import { plural } from '../../i18n/plural.ts'
import { useTransferStore } from '../../stores/transfer-store.ts'
import { Spinner } from '../../ui/spinner.tsx'

export function TransferProgress({ label }: { readonly label: string }) {
  const transfer = useTransferStore((state) => state.transfer)
  const share = transfer?.share ?? null
  const percent = share === null ? null : Math.floor(share * 100)
  return (
    <div className="transfer-progress">
      <p className="transfer-now">
        <Spinner size={14} />
        <span role="status">{transfer?.isGivenUp ? en.transfer.stopping : label}</span>
      </p>
      <ProgressBar
        className="progress"
        aria-label={en.transfer.progress}
        {...(percent === null ? { isIndeterminate: true } : { value: percent })}
      >
        <span className="progress-track">
          <span className="progress-fill" style={{ transform: `scaleX(${(percent ?? 0) / 100})` }} />
        </span>
        <span className="progress-percent">{percent === null ? null : `${percent} %`}</span>
      </ProgressBar>
      <p className="field-hint">{plural(en.transfer.soFar, transfer?.entryCount ?? 0)}</p>
    </div>
  )
}
