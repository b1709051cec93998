// That an asset is soon gone at its provider, or gone already, as an icon with its words.
import { en } from '../i18n/en.ts'
import { Icon } from './icons/icon.tsx'

export function ExpiryMark({ expiry }: { readonly expiry: 'soon' | 'past' }) {
  return (
    <span className="readiness" data-expiry={expiry}>
      <Icon name={expiry === 'soon' ? 'clock' : 'alert'} size={12} />
      {en.finding.expiry[expiry]}
    </span>
  )
}
