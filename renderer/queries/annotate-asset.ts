// Keeps what the person notes on an asset, at once on every view that shows it.
import type { QueryClient } from '@tanstack/react-query'
import type { Result } from '../../shared/errors.ts'
import type { Annotation } from '../../shared/model/annotation.ts'
import type { LibraryItem } from '../../shared/model/asset.ts'
import { bridge } from '../bridge/bridge.ts'
import { settle } from '../bridge/settle.ts'
import { assetKey } from './asset-key.ts'
import { noteOnAsset } from './edit-pages.ts'
import { LIBRARY_ROOT } from './library-key.ts'
import { TAGS_KEY } from './use-tags.ts'

/** What is shown stays in its place, even where the change would put it elsewhere; other views are loaded anew. */
export async function annotateAsset(
  client: QueryClient,
  { accountId, primaryId }: LibraryItem,
  change: Partial<Annotation>,
): Promise<Result<Annotation>> {
  const result = await settle(bridge().calls['assets.annotate']({ accountId, primaryId, ...change }))
  if (!result.ok) return result
  noteOnAsset(client, assetKey({ accountId, primaryId }), result.value)
  await client.invalidateQueries({ queryKey: [LIBRARY_ROOT], type: 'inactive' })
  if (change.tags) await client.invalidateQueries({ queryKey: TAGS_KEY })
  return result
}
