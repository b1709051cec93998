// Tells whether assets can be copied in a form, and what to know of it before.
import { assetUrl } from '../../../shared/copy/asset-url.ts'
import { copiedAsset } from '../../../shared/copy/copied-asset.ts'
import { isPiece } from '../../../shared/copy/piece.ts'
import type { AccountView } from '../../../shared/model/account.ts'
import type { LibraryItem } from '../../../shared/model/asset.ts'
import { noPieceText } from '../../format/no-piece-text.ts'
import { en } from '../../i18n/en.ts'
import { type CopyForm, howToWrite } from '../../stores/copy-form.ts'

export type CopyOffer = { readonly isPossible: boolean; readonly note: string | null }

/** Possible if it is for one of them; looks no further than that one. */
export function offerOf(
  items: readonly LibraryItem[],
  accounts: readonly AccountView[],
  form: CopyForm,
): CopyOffer {
  const { piece } = howToWrite(form)
  let note: string | null = null
  for (const item of items) {
    const written = piece(copiedAsset(item, accounts))
    if (isPiece(written)) return { isPossible: true, note: isPrivate(item, form) ? en.copyAs.private : null }
    note ??= noPieceText(written, item.providerId)
  }
  return { isPossible: false, note }
}

function isPrivate(item: LibraryItem, form: CopyForm): boolean {
  return 'format' in form && form.format === 'url' && assetUrl(item)?.opensAnywhere === false
}
