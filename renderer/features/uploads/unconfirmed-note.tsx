// Below a job that may have arrived: what is known, and the choice that only the person can make.
import type { JobView } from '../../../shared/model/job.ts'
import type { ProviderManifest } from '../../../shared/providers/manifest.ts'
import { en } from '../../i18n/en.ts'
import { fill } from '../../i18n/fill.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNote } from '../../ui/failure-note.tsx'
import { checkJob, settleJob } from './outcome-actions.ts'

type Props = {
  readonly job: JobView
  /** null: the account was removed. */
  readonly list: ProviderManifest['capabilities']['list']
  readonly provider: string
}

export function UnconfirmedNote({ job: { id, failure }, list, provider }: Props) {
  const hasChanged = failure?.code === 'file-changed'
  const unseen = list === null ? en.uploads.unconfirmedUnlisted : en.uploads.unconfirmedLead
  const lead = hasChanged ? en.uploads.unconfirmedChanged : unseen
  const text = { what: `${en.uploads.unconfirmedTitle}.`, did: fill(lead, { provider }), next: '' }
  return (
    <div className="trouble" data-status="unconfirmed">
      <FailureNote text={text} provider={provider} quote={failure?.providerMessage ?? null} />
      <span className="trouble-buttons">
        {hasChanged ? null : (
          <Button size="small" icon="search" onPress={() => void checkJob(id)}>
            {en.uploads.checkAgain}
          </Button>
        )}
        <Button size="small" icon="upload" onPress={() => void settleJob(id, 'upload-again')}>
          {en.uploads.uploadAgain}
        </Button>
        <Button size="small" icon="check" onPress={() => void settleJob(id, 'done')}>
          {en.uploads.markDone}
        </Button>
      </span>
    </div>
  )
}
