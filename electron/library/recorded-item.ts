// Builds what the library shows of an asset from the record alone.
import type { LibraryItem } from '../../shared/model/asset.ts'
import { toLibraryItem } from './library-item.ts'

type Entry = NonNullable<Parameters<typeof toLibraryItem>[0]['entry']>

export function recordedItem(entry: Entry): LibraryItem {
  const { accountId, providerId, asset } = entry
  return toLibraryItem({ accountId, providerId, asset, from: 'record', entry })
}
