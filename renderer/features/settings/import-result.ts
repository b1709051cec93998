// Puts what an import of accounts came to into words.
import { en } from '../../i18n/en.ts'
import { fill } from '../../i18n/fill.ts'
import { plural } from '../../i18n/plural.ts'

const list = new Intl.ListFormat('en', { type: 'conjunction' })
const MOST_NAMES = 20

type Import = {
  readonly addedCount: number
  readonly needKeyCount: number
  readonly skipped: readonly string[]
}

function keysSaid({ addedCount, needKeyCount }: Import): string {
  if (needKeyCount === 0) return plural(en.settings.importedReady, addedCount)
  return plural(needKeyCount < addedCount ? en.settings.needKeySome : en.settings.needKey, needKeyCount)
}

export function importResult(result: Import): string {
  const { addedCount, skipped } = result
  const added =
    addedCount === 0
      ? en.settings.importedNone
      : `${plural(en.settings.imported, addedCount)} ${keysSaid(result)}`
  if (skipped.length === 0) return added
  const named = skipped.slice(0, MOST_NAMES).map((name) => `“${name}”`)
  const names = list.format(skipped.length > MOST_NAMES ? [...named, '…'] : named)
  return `${added} ${fill(plural(en.settings.skipped, skipped.length), { names })}`
}
