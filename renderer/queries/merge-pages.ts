// Puts library pages together, so that new assets appear without anyone losing their place.
import type { LibraryPage } from '../../shared/model/library-page.ts'
import { assetKey } from './asset-key.ts'

/**
 * The pages with a newly fetched first one worked in; later pages and their cursors stay.
 * null: the new first page does not reach the old one, so what lies between is unknown.
 */
export function mergeFirstPage(
  pages: readonly LibraryPage[],
  fresh: LibraryPage,
): readonly LibraryPage[] | null {
  const [first, ...later] = pages
  if (first === undefined || first.items.length === 0) return later.length === 0 ? [fresh] : null
  const freshKeys = new Set(fresh.items.map(assetKey))
  const kept = first.items.filter((item) => !freshKeys.has(assetKey(item)))
  if (kept.length === first.items.length && fresh.nextCursor !== null) return null
  return [{ ...fresh, items: [...fresh.items, ...kept], nextCursor: first.nextCursor }, ...later]
}
