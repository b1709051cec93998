// Copies assets in a form that the person chose.
import { copiedAsset } from '../../shared/copy/copied-asset.ts'
import { writeCopies } from '../../shared/copy/write-copies.ts'
import type { LibraryItem } from '../../shared/model/asset.ts'
import { bridge } from '../bridge/bridge.ts'
import { settle } from '../bridge/settle.ts'
import { useAccountsStore } from './accounts-store.ts'
import { copyAndSay, copyIds } from './copy-actions.ts'
import { type CopyForm, howToWrite } from './copy-form.ts'
import { showFailure, showMessage } from './message-actions.ts'
import type { WholeSelection } from './selection-store.ts'

/** All that the record finds: main writes it, the page never holds it. */
export async function copyWhole({ query }: WholeSelection, form: CopyForm): Promise<boolean> {
  const named = 'format' in form ? form : { templateId: form.template.id }
  const result = await settle(bridge().calls['library.copyRecord']({ query, form: named }))
  if (!result.ok) {
    showFailure(result.failure)
    return false
  }
  const { outcome, writtenCount: count, leftOutCount } = result.value
  if (outcome === 'copied') showMessage({ code: 'copied-whole', count, leftOutCount, form })
  else if (outcome === 'too-long') showMessage({ code: 'copy-too-long' })
  else showMessage({ code: 'copied-whole', count: 0, leftOutCount, form })
  return outcome === 'copied'
}

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
