// Copies assets in a form that the person chose.
import { copiedAsset } from '../../shared/copy/copied-asset.ts'
import { writeCopies } from '../../shared/copy/write-copies.ts'
import type { LibraryItem } from '../../shared/model/asset.ts'
import { useAccountsStore } from './accounts-store.ts'
import { copyAndSay, copyIds } from './copy-actions.ts'
import { type CopyForm, howToWrite } from './copy-form.ts'
import { showMessage } from './message-actions.ts'

/** In the order given; what cannot be written in this form is left out, and said. */
export async function copyAs(items: readonly LibraryItem[], form: CopyForm): Promise<boolean> {
  if ('format' in form && form.format === 'id') return copyIds(items.map(({ primaryId }) => primaryId))
  const { accounts } = useAccountsStore.getState()
  const assets = items.map((item) => copiedAsset(item, accounts))
  const { text, writtenCount, leftOutCount, reason } = writeCopies(assets, howToWrite(form))
  const providerId = items[0]?.providerId
  if (text === null || text === '') {
    if (reason !== null && providerId !== undefined)
      showMessage({ code: 'nothing-copied', reason, providerId })
    return false
  }
  const leftOut =
    reason === null || providerId === undefined ? null : { count: leftOutCount, reason, providerId }
  return copyAndSay(text, { code: 'copied-as', count: writtenCount, form, leftOut })
}
