// Below a job that did not go well: why, and the choice that only the person can make.
import type { JobView } from '../../../shared/model/job.ts'
import { failureText } from '../../format/failure-text.ts'
import { en } from '../../i18n/en.ts'
import { fill } from '../../i18n/fill.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNote } from '../../ui/failure-note.tsx'
import { settleJob } from './upload-actions.ts'

type Props = { readonly job: JobView; readonly provider: string }

export function UploadTrouble({ job: { id, status, failure }, provider }: Props) {
  if (status === 'unconfirmed')
    return (
      <div className="trouble" data-status={status}>
        <FailureNote
          text={{
            what: `${en.uploads.unconfirmedTitle}.`,
            did: fill(en.uploads.unconfirmedLead, { provider }),
            next: '',
          }}
          provider={provider}
          quote={failure?.providerMessage ?? null}
        />
        <span className="trouble-buttons">
          <Button size="small" icon="upload" onPress={() => void settleJob(id, 'upload-again')}>
            {en.uploads.uploadAgain}
          </Button>
          <Button size="small" icon="check" onPress={() => void settleJob(id, 'done')}>
            {en.uploads.markDone}
          </Button>
        </span>
      </div>
    )
  if (failure === null || status === 'cancelled' || status === 'done') return null
  return (
    <div className="trouble" data-status={status}>
      <FailureNote
        text={failureText(failure, provider)}
        provider={provider}
        quote={failure.providerMessage}
      />
    </div>
  )
}
