// Everything known of the selected asset, each value with a button that copies it.
import type { AccountView } from '../../../shared/model/account.ts'
import type { LibraryItem } from '../../../shared/model/asset.ts'
import { en } from '../../i18n/en.ts'
import { plural } from '../../i18n/plural.ts'
import { assetKey } from '../../queries/asset-key.ts'
import { copyIds } from '../../stores/copy-actions.ts'
import { CopyButton } from '../../ui/copy-button.tsx'
import { FileName } from '../../ui/file-name.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Icon } from '../../ui/icons/icon.tsx'
import { CopyAsButton } from './copy-as-button.tsx'
import { DetailsActions } from './details-actions.tsx'
import { DetailsExpiry } from './details-expiry.tsx'
import { DetailsFacts } from './details-facts.tsx'
import { DetailsLinks } from './details-links.tsx'
import { DetailsNotes } from './details-notes.tsx'
import { DetailsPreview } from './details-preview.tsx'
import { DetailsReadiness } from './details-readiness.tsx'
import { DetailsValues } from './details-values.tsx'

type Props = {
  readonly selected: readonly LibraryItem[]
  readonly accounts: readonly AccountView[]
  readonly onClose: () => void
}

export function DetailsPane({ selected, accounts, onClose }: Props) {
  const [item] = selected
  return (
    <aside className="details" aria-label={en.details.region}>
      <header className="details-header">
        <h2>
          {selected.length > 1 ? (
            plural(en.library.selected, selected.length)
          ) : item ? (
            <FileName name={item.name ?? en.library.unnamed} />
          ) : (
            en.details.region
          )}
        </h2>
        <IconButton icon="close" label={en.app.close} onPress={onClose} />
      </header>
      {selected.length > 1 ? (
        <div className="details-body">
          <pre className="details-ids">{selected.map(({ primaryId }) => primaryId).join('\n')}</pre>
          <CopyButton
            look="text"
            label={en.details.copyAll}
            copy={() => copyIds(selected.map(({ primaryId }) => primaryId))}
          />
          <CopyAsButton items={selected} />
          <DetailsActions items={selected} accounts={accounts} />
        </div>
      ) : item ? (
        <div className="details-body">
          <DetailsPreview key={item.previewUrl} item={item} />
          <DetailsReadiness key={item.primaryId} item={item} />
          <DetailsExpiry key={assetKey(item)} item={item} />
          <CopyAsButton items={selected} />
          <DetailsValues values={item.values} />
          <DetailsNotes key={`${assetKey(item)} notes`} item={item} />
          <DetailsLinks key={`${assetKey(item)} links`} item={item} />
          <DetailsFacts item={item} account={accounts.find(({ id }) => id === item.accountId) ?? null} />
          <DetailsActions items={selected} accounts={accounts} />
        </div>
      ) : (
        <p className="details-none">
          <Icon name="image" size={24} />
          {en.details.none}
        </p>
      )}
    </aside>
  )
}
