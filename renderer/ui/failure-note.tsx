// A failure in words: what happened, what Wharf did, what to do, and the provider's own message as a quotation.
import type { ReactNode } from 'react'
import type { ErrorText } from '../i18n/en-errors.ts'
import { en } from '../i18n/en.ts'
import { fill } from '../i18n/fill.ts'

type Props = {
  readonly text: ErrorText
  readonly provider: string
  readonly quote: string | null
  readonly children?: ReactNode
}

export function FailureNote({ text, provider, quote, children }: Props) {
  return (
    <div className="failure-note">
      <p>
        <strong>{text.what}</strong> {text.did} {text.next}
      </p>
      {quote === null ? null : (
        <p className="failure-quote">
          {fill(en.providerSays, { provider })} <q>{quote}</q>
        </p>
      )}
      {children}
    </div>
  )
}
