// Lays what a provider says of an asset now over what it said before.
import type { AssetValue, RemoteAsset } from '../../shared/model/asset.ts'

/**
 * What is known already stays where the new answer is silent: some values are told by the upload alone. The ID under
 * which the asset is known stays its ID, even if the answer prefers another of its names.
 */
export function mergeAsset(fresh: RemoteAsset, known: RemoteAsset): RemoteAsset {
  return {
    ...fresh,
    primaryId: known.primaryId,
    values: mergeValues(known.values.slice(0, 1), mergeValues(fresh.values, known.values)),
    kind: fresh.kind === 'other' ? known.kind : fresh.kind,
    name: fresh.name ?? known.name,
    createdAtMs: fresh.createdAtMs ?? known.createdAtMs,
    sizeBytes: fresh.sizeBytes ?? known.sizeBytes,
    width: fresh.width ?? known.width,
    height: fresh.height ?? known.height,
    containerId: fresh.containerId ?? known.containerId,
    url: fresh.url ?? known.url,
  }
}

export function mergeValues(fresh: readonly AssetValue[], known: readonly AssetValue[]): AssetValue[] {
  const told = new Set(fresh.map(({ name }) => name))
  return [...fresh, ...known.filter(({ name }) => !told.has(name))]
}
