// Writes assets in one form, leaving out those of which the form needs more than is known.
import type { CopiedAsset } from './copied-asset.ts'
import type { CopyFormat } from './copy-formats.ts'
import { isPiece, type NoPiece } from './piece.ts'

export type Copies = {
  /** null: none could be written. */
  readonly text: string | null
  readonly writtenCount: number
  readonly leftOutCount: number
  /** Of the first that was left out. */
  readonly reason: NoPiece | null
}

export function writeCopies(assets: Iterable<CopiedAsset>, { piece, join }: CopyFormat): Copies {
  const texts: string[] = []
  let leftOutCount = 0
  let reason: NoPiece | null = null
  for (const asset of assets) {
    const written = piece(asset)
    if (isPiece(written)) texts.push(written.text)
    else {
      leftOutCount += 1
      reason ??= written
    }
  }
  return { text: texts.length === 0 ? null : join(texts), writtenCount: texts.length, leftOutCount, reason }
}
