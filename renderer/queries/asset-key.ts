// Tells assets of different accounts apart, since two providers may use the same ID.
import type { LibraryItem } from '../../shared/model/asset.ts'

export function assetKey({ accountId, primaryId }: Pick<LibraryItem, 'accountId' | 'primaryId'>): string {
  return `${accountId}/${primaryId}`
}
