// Searches the assets that are loaded, by name and by every value.
import type { LibraryItem } from '../../../shared/model/asset.ts'

export function searchLoaded(items: readonly LibraryItem[], search: string): readonly LibraryItem[] {
  const words = search.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return items
  return items.filter(({ name, primaryId, values }) => {
    const text = [name ?? '', primaryId, ...values.map(({ value }) => value)].join('\n').toLocaleLowerCase()
    return words.every((word) => text.includes(word))
  })
}
