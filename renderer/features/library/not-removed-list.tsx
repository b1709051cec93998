// Lists the assets that could not be removed, each with its reason.
import { manifestOf } from '../../../shared/providers/index.ts'
import { failureText } from '../../format/failure-text.ts'
import { en } from '../../i18n/en.ts'
import { plural } from '../../i18n/plural.ts'
import { assetKey } from '../../queries/asset-key.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureNote } from '../../ui/failure-note.tsx'
import { ReasonList } from '../../ui/reason-list.tsx'
import type { NotRemoved } from './use-removal.ts'

type Props = { readonly notRemoved: readonly NotRemoved[]; readonly onClose: () => void }

const WORDS = { delete: en.removal.notDeleted, forget: en.removal.notForgotten } as const

export function NotRemovedList({ notRemoved, onClose }: Props) {
  const [first] = notRemoved
  const isOneSort = notRemoved.every(({ how }) => how === first?.how)
  const titles = first && isOneSort ? WORDS[first.how].title : en.removal.notRemoved
  const title = plural(titles, notRemoved.length)
  return (
    <Dialog
      title={title}
      size="medium"
      onClose={onClose}
      buttons={
        <Button look="primary" autoFocus onPress={onClose}>
          {en.app.dismiss}
        </Button>
      }
    >
      <div role="alert">
        <ReasonList
          label={title}
          icon="x-circle"
          rows={notRemoved.map(({ item, how, failure }) => {
            const provider = manifestOf(item.providerId).displayName
            const text = failureText(failure, provider)
            const did = WORDS[how][failure.delivery === 'unknown' ? 'maybe' : 'nothing']
            return {
              key: assetKey(item),
              name: item.name ?? item.primaryId,
              reason: (
                <FailureNote text={{ ...text, did }} provider={provider} quote={failure.providerMessage} />
              ),
            }
          })}
        />
      </div>
    </Dialog>
  )
}
