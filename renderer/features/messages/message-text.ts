// Puts a message into words.
import { en } from '../../i18n/en.ts'
import { fill } from '../../i18n/fill.ts'
import { plural } from '../../i18n/plural.ts'
import type { MessageContent } from '../../stores/message-store.ts'

const list = new Intl.ListFormat('en', { type: 'conjunction' })

type Result = Exclude<MessageContent, { code: 'failed' }>

export function messageText(content: Result): string {
  switch (content.code) {
    case 'copied':
      return fill(en.messages.copied, { text: content.text })
    case 'copied-many':
      return plural(en.messages.copiedMany, content.count)
    case 'account-added':
      return fill(en.accounts.added, { name: content.name })
    case 'account-changed':
      return fill(en.accounts.changed, { name: content.name })
    case 'sandboxes-added':
      return plural(en.accounts.sandboxesAdded, content.count)
    case 'account-removed':
      return fill(en.accounts.removed, { name: content.name })
    case 'key-saved':
      return fill(en.accounts.keySaved, { name: content.name })
    case 'files-added':
      return plural(en.drop.added, content.count, { name: list.format(content.names) })
    case 'files-known':
      return plural(
        en.known.skipped,
        content.groups.reduce((sum, { known }) => sum + known.length, 0),
      )
    case 'drop-notes':
      return [
        content.leftOut.hiddenCount > 0 ? plural(en.intake.hidden, content.leftOut.hiddenCount) : null,
        content.leftOut.linkCount > 0 ? plural(en.intake.links, content.leftOut.linkCount) : null,
        content.linkedCount > 0 ? plural(en.intake.linked, content.linkedCount) : null,
      ]
        .filter((part) => part !== null)
        .join(', ')
    case 'nothing-readable':
      return en.drop.nothing
    case 'clipboard-empty':
      return en.drop.clipboardEmpty
    case 'files-warned':
      return plural(en.drop.warned, content.warned.length, { provider: content.provider })
    case 'assets-removed':
      return [
        content.deletedCount > 0 ? plural(en.removal.deleted, content.deletedCount) : null,
        content.forgottenCount > 0 ? plural(en.removal.forgotten, content.forgottenCount) : null,
      ]
        .filter((part) => part !== null)
        .join(', ')
    case 'batch-done': {
      const { uploaded, failed, needsYou } = content.result
      return [
        uploaded > 0 ? plural(en.uploads.batchDone, uploaded) : null,
        failed > 0 ? plural(en.uploads.failed, failed) : null,
        needsYou > 0 ? plural(en.uploads.needsYou, needsYou) : null,
      ]
        .filter((part) => part !== null)
        .join(', ')
    }
  }
}
