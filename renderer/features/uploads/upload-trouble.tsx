// Below a job that did not go well: why, and what can be done.
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
import { HoldNote } from '../../ui/hold-note.tsx'
import { locateFile } from './locate-file.ts'
import { UnconfirmedNote } from './unconfirmed-note.tsx'

type Props = {
  readonly job: JobView
  /** Undefined: it was removed. */
  readonly account: AccountView | undefined
  readonly provider: string
}

export function UploadTrouble({ job, account, provider }: Props) {
  const { status, failure } = job
  const capabilities = account ? manifestOf(account.providerId).capabilities : null
  if (status === 'unconfirmed')
    return <UnconfirmedNote job={job} list={capabilities?.list ?? null} provider={provider} />
  if (status === 'checking')
    return (
      <p className="trouble" data-status={status}>
        {fill(en.uploads.checking, { provider })}
      </p>
    )
  if (failure === null || status === 'cancelled' || status === 'done') return null
  const container = capabilities?.container
  return (
    <div className="trouble" data-status={status}>
      <FailureNote text={failureText(failure, provider)} provider={provider} quote={failure.providerMessage}>
        {status === 'waiting' && account && account.heldUntilMs !== null ? (
          <HoldNote message={en.accounts.holds.asked} untilMs={account.heldUntilMs} provider={provider} />
        ) : null}
      </FailureNote>
      {failure.code === 'file-missing' ? (
        <Button size="small" icon="folder" onPress={() => void locateFile(job, provider)}>
          {en.locate.button}
        </Button>
      ) : null}
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
