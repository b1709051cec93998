// What testing or saving an account came to, in words.
import { failureText } from '../../format/failure-text.ts'
import { en } from '../../i18n/en.ts'
import { fill } from '../../i18n/fill.ts'
import { FailureNote } from '../../ui/failure-note.tsx'
import { Icon } from '../../ui/icons/icon.tsx'
import type { Outcome } from './use-account-form.ts'

export function TestOutcome({ outcome, provider }: { readonly outcome: Outcome; readonly provider: string }) {
  return (
    <>
      <div role="status" className="outcome">
        {outcome.kind === 'works' ? (
          <p className="outcome-good">
            <Icon name="check-circle" />
            {fill(en.addAccount.testOk, { provider })}
          </p>
        ) : null}
      </div>
      {outcome.kind === 'failed' ? (
        <div role="alert" className="outcome-bad">
          <Icon name="x-circle" />
          <FailureNote
            text={{ ...failureText(outcome.failure, provider), did: en.addAccount.nothingKept }}
            provider={provider}
            quote={outcome.failure.providerMessage}
          />
        </div>
      ) : null}
    </>
  )
}
