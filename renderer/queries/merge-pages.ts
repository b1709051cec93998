// Puts library pages together, so that new assets appear without anyone losing their place.
import type { LibraryPage } from '../../shared/ipc/contract.ts'
import type { LibraryItem } from '../../shared/model/asset.ts'
import { assetKey } from './asset-key.ts'

/** All items in order, each once: an offset that shifted under a provider's paging may repeat some. */
export function distinctItems(pages: readonly LibraryPage[]): readonly LibraryItem[] {
  const byKey = new Map<string, LibraryItem>()
  for (const page of pages)
    for (const item of page.items) if (!byKey.has(assetKey(item))) byKey.set(assetKey(item), item)
  return [...byKey.values()]
}

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
  return [{ items: [...fresh.items, ...kept], nextCursor: first.nextCursor }, ...later]
}
