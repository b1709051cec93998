// The address at which a provider serves an asset, with whether it opens without a key.
import type { LibraryItem } from '../model/asset.ts'
import { valueNamed } from '../model/value-named.ts'
import { snippetsOf } from '../providers/snippets.ts'

export type AssetUrl = { readonly url: string; readonly opensAnywhere: boolean }

/** A provider without a table of its own is asked for the value that is called `url`. */
export function assetUrl(item: LibraryItem): AssetUrl | null {
  const { valueName, opensAnywhere } = snippetsOf(item.providerId)?.url ?? {
    valueName: 'url',
    opensAnywhere: true,
  }
  const url = valueNamed(item, valueName)
  return url === null ? null : { url, opensAnywhere }
}
