// What the provider says of an asset's state, in its own words where it has any.
import type { LibraryItem } from '../../../shared/model/asset.ts'
import { manifestOf } from '../../../shared/providers/index.ts'
import { en } from '../../i18n/en.ts'
import { fill } from '../../i18n/fill.ts'
import { ReadinessMark } from '../../ui/readiness-mark.tsx'
import { useAssetWatch } from './use-asset-watch.ts'

export function DetailsReadiness({ item }: { readonly item: LibraryItem }) {
  useAssetWatch(item)
  const { readiness, readinessNote, providerId } = item
  if (readiness === null) return null
  return (
    <div className="details-readiness" data-readiness={readiness}>
      <ReadinessMark readiness={readiness} />
      {readinessNote === null ? null : (
        <p>
          {fill(en.providerSays, { provider: manifestOf(providerId).displayName })} <q>{readinessNote}</q>
        </p>
      )}
    </div>
  )
}
