// Asks a provider anew about one asset, so that the record knows what became of it.
import type { AccountId } from '../../shared/ids.ts'
import type { LibraryItem } from '../../shared/model/asset.ts'
import { failure, WharfError } from '../../shared/errors.ts'
import type { ProviderId } from '../../shared/providers/index.ts'
import { toLibraryItem } from './library-item.ts'
import type { Known, Source } from './list-assets.ts'
import { mergeAsset } from './merge-asset.ts'

/** Throws `input-invalid` where the provider cannot be asked about one asset, else the provider's failure. */
export async function refreshAsset(
  accountId: AccountId,
  primaryId: string,
  { provider: { adapter, manifest }, call }: Source,
  { record, seenUrls }: Known,
): Promise<LibraryItem> {
  if (!adapter.lookup) throw new WharfError(failure('input-invalid', 'not-sent'))
  const lookup = adapter.lookup.bind(adapter)
  const fresh = await call((_, context) => lookup(context, primaryId))
  const known = record.find(accountId, primaryId)
  const asset = known ? mergeAsset(fresh, known.asset) : fresh
  record.update(accountId, asset)
  seenUrls.remember(accountId, asset.primaryId, asset.url)
  const providerId = manifest.id as ProviderId
  return toLibraryItem({ accountId, providerId, asset, from: 'provider', entry: known })
}
