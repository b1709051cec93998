// Writes a long row of assets in one form, a page at a time, so that nothing else has to wait for all of it.
import { setImmediate as othersHadATurn } from 'node:timers/promises'
import { copiedAsset } from '../../shared/copy/copied-asset.ts'
import type { CopyFormat } from '../../shared/copy/copy-formats.ts'
import { isPiece } from '../../shared/copy/piece.ts'
import type { Cursor } from '../../shared/ids.ts'
import type { AccountView } from '../../shared/model/account.ts'
import type { LibraryItem } from '../../shared/model/asset.ts'

type Page = { readonly items: readonly LibraryItem[]; readonly nextCursor: Cursor | null }

type Job = {
  readonly pageAfter: (cursor: Cursor | null) => Page
  readonly accounts: readonly Pick<AccountView, 'id' | 'name' | 'server'>[]
  readonly format: CopyFormat
  /** In characters; what is longer is given up as soon as that is certain. */
  readonly longest: number
}

/** `text`: null when it is too long, or when nothing could be written. */
export type WrittenPages = {
  readonly text: string | null
  readonly isTooLong: boolean
  readonly writtenCount: number
  readonly leftOutCount: number
}

export async function writePages({ pageAfter, accounts, format, longest }: Job): Promise<WrittenPages> {
  const texts: string[] = []
  let leftOutCount = 0
  let length = 0
  let cursor: Cursor | null = null
  do {
    const page = pageAfter(cursor)
    for (const item of page.items) {
      const piece = format.piece(copiedAsset(item, accounts))
      if (isPiece(piece)) {
        texts.push(piece.text)
        length += piece.text.length
      } else leftOutCount += 1
    }
    cursor = page.nextCursor
    await othersHadATurn()
  } while (cursor !== null && length <= longest)
  const counts = { writtenCount: texts.length, leftOutCount }
  const text = texts.length === 0 || length > longest ? null : format.join(texts)
  const isTooLong = length > longest || (text !== null && text.length > longest)
  return { ...counts, isTooLong, text: isTooLong ? null : text }
}
