// Makes assets for tests: a picture that nothing more is known of, unless told otherwise.
import type { RemoteAsset } from './asset.ts'

export function sampleAsset(primaryId = 'asset-1', change: Partial<RemoteAsset> = {}): RemoteAsset {
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
