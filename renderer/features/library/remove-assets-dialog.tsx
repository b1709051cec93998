// Asks before assets are deleted or forgotten, says what that does, then what could not be done.
import { useState } from 'react'
import type { LibraryItem } from '../../../shared/model/asset.ts'
import { manifestOf } from '../../../shared/providers/index.ts'
import { en } from '../../i18n/en.ts'
import { fill } from '../../i18n/fill.ts'
import { plural } from '../../i18n/plural.ts'
import { useAccountsStore } from '../../stores/accounts-store.ts'
import { closeDialog } from '../../stores/dialog-actions.ts'
import { continueAt } from '../../stores/selection-actions.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { NotRemovedList } from './not-removed-list.tsx'
import { neighbourOf, planRemoval } from './removal-plan.ts'
import { useRemoval } from './use-removal.ts'

type Props = {
  readonly items: readonly LibraryItem[]
  readonly how: 'delete' | 'forget'
  /** The order on screen. */
  readonly keys: readonly string[]
}

const providers = new Intl.ListFormat('en', { type: 'conjunction' })

function providersOf(items: readonly LibraryItem[]): string {
  return providers.format(new Set(items.map(({ providerId }) => manifestOf(providerId).displayName)))
}

export function RemoveAssetsDialog({ items, how, keys }: Props) {
  const accounts = useAccountsStore((state) => state.accounts)
  // What was asked about stays what is done, even when an account changes meanwhile.
  const [plan] = useState(() => planRemoval(items, how, accounts))
  const { doneCount, notRemoved, run, stop } = useRemoval(plan)
  const { deleted, forgotten } = plan
  const count = deleted.length + forgotten.length
  const words = en.removal[deleted.length === 0 ? 'forget' : forgotten.length === 0 ? 'delete' : 'both']
  const recordOnly = deleted.length === 0 ? en.removal.recordOnly : en.removal.recordOnlyRest
  const [only] = items
  const name = only?.name ?? only?.primaryId ?? ''

  const remove = async () => {
    const gone = await run()
    if (gone.size > 0) continueAt(neighbourOf(keys, gone))
    if (gone.size === count) closeDialog()
  }
  const cancel = () => {
    stop()
    closeDialog()
  }
  if (notRemoved.length > 0) return <NotRemovedList notRemoved={notRemoved} onClose={closeDialog} />
  return (
    <Dialog
      role="alertdialog"
      title={count === 1 ? fill(words.titleOne, { name }) : plural(words.title, count)}
      onClose={cancel}
      buttons={
        <>
          <Button autoFocus onPress={cancel}>
            {en.app.cancel}
          </Button>
          <Button look="danger" isDisabled={doneCount !== null} onPress={() => void remove()}>
            {doneCount === null || count === 1
              ? words.confirm
              : fill(words.busy, { done: doneCount + 1, count })}
          </Button>
        </>
      }
    >
      <ul className="effects">
        {deleted.length > 0 ? (
          <>
            <li>{plural(en.removal.gone, deleted.length, { provider: providersOf(deleted) })}</li>
            <li>{plural(en.removal.idEnds, deleted.length)}</li>
            <li>{plural(en.removal.recordToo, deleted.length)}</li>
          </>
        ) : null}
        {forgotten.length > 0 ? (
          <>
            <li>{plural(recordOnly, forgotten.length, { provider: providersOf(forgotten) })}</li>
            <li>{en.removal.keepId}</li>
          </>
        ) : null}
      </ul>
    </Dialog>
  )
}
