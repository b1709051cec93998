// Warns that the provider keeps an asset for a short time only, saying what can be done.
import type { LibraryItem } from '../../../shared/model/asset.ts'
import { manifestOf } from '../../../shared/providers/index.ts'
import { formatDateTime } from '../../format/date.ts'
import { en } from '../../i18n/en.ts'
import { fill } from '../../i18n/fill.ts'
import { ExpiryMark } from '../../ui/expiry-mark.tsx'
import { useExpiry } from './use-expiry.ts'

export function DetailsExpiry({ item }: { readonly item: LibraryItem }) {
  const expiry = useExpiry(item)
  if (expiry === null || item.expiresAtMs === null) return null
  return (
    <div className="details-readiness" data-expiry={expiry}>
      <ExpiryMark expiry={expiry} />
      <p>
        {fill(expiry === 'soon' ? en.finding.expiresLead : en.finding.expiredLead, {
          provider: manifestOf(item.providerId).displayName,
          time: formatDateTime(item.expiresAtMs),
        })}
      </p>
    </div>
  )
}
