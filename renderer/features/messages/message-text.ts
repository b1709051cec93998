// Puts a message into words.
import { noPieceText } from '../../format/no-piece-text.ts'
import { en } from '../../i18n/en.ts'
import { fill } from '../../i18n/fill.ts'
import { plural } from '../../i18n/plural.ts'
import type { CopyForm } from '../../stores/copy-form.ts'
import type { MessageContent } from '../../stores/message-store.ts'

const list = new Intl.ListFormat('en', { type: 'conjunction' })

function formName(form: CopyForm): string {
  return 'format' in form ? en.copyAs.formats[form.format] : form.template.name
}

type Result = Exclude<MessageContent, { code: 'failed' }>

export function messageText(content: Result): string {
  switch (content.code) {
    case 'copied':
      return fill(en.messages.copied, { text: content.text })
    case 'copied-many':
      return plural(en.messages.copiedMany, content.count)
    case 'copied-as': {
      const { count, form, leftOut } = content
      return [
        plural(en.copyAs.copied, count, { form: formName(form) }),
        ...(leftOut === null
          ? []
          : [
              plural(en.copyAs.leftOut, leftOut.count, {
                reason: noPieceText(leftOut.reason, leftOut.providerId),
              }),
            ]),
      ].join('. ')
    }
    case 'copied-whole': {
      const { count, leftOutCount, form } = content
      return [
        plural(en.copyAs.copied, count, { form: formName(form) }),
        ...(leftOutCount === 0 ? [] : [plural(en.copyAs.leftOutWhole, leftOutCount)]),
      ].join('. ')
    }
    case 'nothing-copied':
      return fill(en.copyAs.nothing, { reason: noPieceText(content.reason, content.providerId) })
    case 'copied-when-done':
      return plural(en.copyAs.copiedWhenDone, content.count, { form: formName(content.form) })
    case 'copy-too-long':
      return en.copyAs.tooLong
    case 'not-recorded':
      return en.copyAs.notRecorded
    case 'no-file-to-drag':
      return en.copyAs.noFile
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
