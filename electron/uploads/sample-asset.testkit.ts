// Makes assets for tests: a picture of 1000 bytes that nothing more is known of, unless told otherwise.
import type { RemoteAsset } from '../../shared/model/asset.ts'

export function sampleAsset(change: Partial<RemoteAsset> = {}): RemoteAsset {
  const primaryId = change.primaryId ?? 'asset-1'
  return {
    primaryId,
    values: [{ name: 'id', label: 'Asset ID', value: primaryId, note: null }],
    kind: 'image',
    name: null,
    createdAtMs: null,
    sizeBytes: null,
    width: null,
    height: null,
    containerId: null,
    readiness: null,
    readinessNote: null,
    expiresAtMs: null,
    url: null,
    ...change,
  }
}
