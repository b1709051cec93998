// What can be done with the selected assets: delete them where a provider can, or forget them here.
import type { AccountView } from '../../../shared/model/account.ts'
import type { LibraryItem } from '../../../shared/model/asset.ts'
import { en } from '../../i18n/en.ts'
import { openDialog } from '../../stores/dialog-actions.ts'
import { Button } from '../../ui/button.tsx'
import { canDelete, canForget } from './removal-plan.ts'

type Props = { readonly items: readonly LibraryItem[]; readonly accounts: readonly AccountView[] }

export function DetailsActions({ items, accounts }: Props) {
  const deletable = items.filter((item) => canDelete(item, accounts))
  const forgettable = items.filter(canForget)
  if (deletable.length === 0 && forgettable.length === 0) return null
  return (
    <div className="details-actions">
      {deletable.length > 0 ? (
        <Button
          size="small"
          icon="trash"
          onPress={() => openDialog({ kind: 'remove-assets', items: deletable, how: 'delete' })}
        >
          {en.removal.deleteButton}
        </Button>
      ) : null}
      {forgettable.length > 0 ? (
        <Button
          look={deletable.length > 0 ? 'quiet' : 'plain'}
          size="small"
          onPress={() => openDialog({ kind: 'remove-assets', items: forgettable, how: 'forget' })}
        >
          {en.removal.forgetButton}
        </Button>
      ) : null}
    </div>
  )
}
