// Makes one list of all pages that are loaded, so that a further page costs no more than itself.
import type { LibraryPage } from '../../shared/model/library-page.ts'
import type { LibraryItem } from '../../shared/model/asset.ts'
import { assetKey } from './asset-key.ts'

export type ItemList = { readonly items: readonly LibraryItem[]; readonly keys: readonly string[] }

const NOTHING: ItemList = { items: [], keys: [] }

/**
 * Returns a function that takes all pages each time. An asset that a later page repeats, because an offset shifted
 * under a provider's paging, is in the list once.
 */
export function createGrowingList(): (pages: readonly LibraryPage[]) => ItemList {
  let done: readonly LibraryPage[] = []
  let seen = new Set<string>()
  let list = NOTHING
  return (pages) => {
    if (done.some((page, index) => pages[index] !== page)) {
      seen = new Set()
      list = NOTHING
      done = []
    }
    const fresh: LibraryItem[] = []
    const freshKeys: string[] = []
    for (const item of pages.slice(done.length).flatMap((page) => page.items)) {
      const key = assetKey(item)
      if (seen.has(key)) continue
      seen.add(key)
      fresh.push(item)
      freshKeys.push(key)
    }
    if (done.length < pages.length)
      list = { items: list.items.concat(fresh), keys: list.keys.concat(freshKeys) }
    done = pages
    return list
  }
}
