// Everything known of an asset under plain names, as it goes into JSON and CSV.
import { manifestOf } from '../providers/index.ts'
import { assetUrl } from './asset-url.ts'
import type { CopiedAsset } from './copied-asset.ts'

export type AssetFacts = ReturnType<typeof assetFacts>

/** Sizes in bytes, times in ISO 8601; null: not known. */
export function assetFacts({ item, account }: CopiedAsset) {
  return {
    id: item.primaryId,
    name: item.name,
    account: account?.name ?? null,
    provider: manifestOf(item.providerId).displayName,
    kind: item.kind,
    url: assetUrl(item)?.url ?? null,
    size: item.sizeBytes,
    width: item.width,
    height: item.height,
    sha256: item.sha256,
    created: isoTime(item.createdAtMs),
    uploaded: isoTime(item.uploadedAtMs),
    expires: isoTime(item.expiresAtMs),
    values: Object.fromEntries(item.values.map(({ name, value }) => [name, value])),
  }
}

/** A time that no calendar has is as good as none. */
function isoTime(ms: number | null): string | null {
  return ms === null || Number.isNaN(new Date(ms).getTime()) ? null : new Date(ms).toISOString()
}
