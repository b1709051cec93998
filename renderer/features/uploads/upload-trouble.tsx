// Below a job that did not go well: why, and the choice that only the person can make.
import type { AccountView } from '../../../shared/model/account.ts'
import type { JobView } from '../../../shared/model/job.ts'
import { manifestOf } from '../../../shared/providers/index.ts'
import { failureText } from '../../format/failure-text.ts'
import { en } from '../../i18n/en.ts'
import { fill } from '../../i18n/fill.ts'
import { openDialog } from '../../stores/dialog-actions.ts'
import { lacksContainer } from '../../stores/retry-actions.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNote } from '../../ui/failure-note.tsx'
import { settleJob } from './upload-actions.ts'

type Props = {
  readonly job: JobView
  /** Undefined: it was removed. */
  readonly account: AccountView | undefined
  readonly provider: string
}

export function UploadTrouble({ job, account, provider }: Props) {
  const { id, status, failure } = job
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
  const container = account ? manifestOf(account.providerId).capabilities.container : null
  return (
    <div className="trouble" data-status={status}>
      <FailureNote
        text={failureText(failure, provider)}
        provider={provider}
        quote={failure.providerMessage}
      />
      {account && container?.onUpload && lacksContainer(job) ? (
        <Button
          size="small"
          icon="folder"
          onPress={() => openDialog({ kind: 'upload-options', accountId: account.id, retries: true })}
        >
          {fill(en.options.choose, { noun: container.noun })}
        </Button>
      ) : null}
    </div>
  )
}
