// Says why an export or import failed.
import type { Failure } from '../../../shared/errors.ts'
import { failureText } from '../../format/failure-text.ts'
import { en } from '../../i18n/en.ts'
import { FailureNote } from '../../ui/failure-note.tsx'

export function TransferFailure({ failure }: { readonly failure: Failure }) {
  return (
    <div role="alert" className="outcome-bad">
      <FailureNote text={failureText(failure, en.app.name)} provider={en.app.name} quote={null} />
    </div>
  )
}
