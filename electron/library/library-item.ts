// Builds what the library shows from the provider's asset with what the record knows of it.
import type { AccountId } from '../../shared/ids.ts'
import type { LibraryItem, RemoteAsset } from '../../shared/model/asset.ts'
import type { ProviderId } from '../../shared/providers/index.ts'
import { NOTHING_NOTED } from './annotations.ts'
import { mergeValues } from './merge-asset.ts'
import type { RecordEntry } from './record-entry.ts'

type Parts = {
  readonly accountId: AccountId
  readonly providerId: ProviderId
  readonly asset: RemoteAsset
  /** Who the asset was asked of. */
  readonly from: 'provider' | 'record'
  readonly entry: RecordEntry | null
}

/** The record wins where the provider is silent or, as with file names, known to be wrong. */
export function toLibraryItem({ accountId, providerId, asset, from, entry }: Parts): LibraryItem {
  const uploaded = entry?.asset
  const url = asset.url ?? uploaded?.url ?? null
  // What another computer uploaded has no file on this one.
  const hasSource = entry !== null && entry.sourcePath !== ''
  return {
    accountId,
    providerId,
    primaryId: asset.primaryId,
    values: mergeValues(asset.values, uploaded?.values ?? []),
    kind: asset.kind,
    name: entry?.facts.name ?? namedByProvider(asset),
    fileName: entry?.facts.name ?? null,
    providerName: namedByProvider(asset),
    ...NOTHING_NOTED,
    createdAtMs: asset.createdAtMs ?? entry?.uploadedAtMs ?? null,
    sizeBytes: entry?.facts.sizeBytes ?? asset.sizeBytes,
    width: asset.width ?? uploaded?.width ?? null,
    height: asset.height ?? uploaded?.height ?? null,
    durationMs: null,
    sha256: entry?.sha256 ?? null,
    uploadedAtMs: entry?.uploadedAtMs ?? null,
    knownFrom: from === 'record' ? 'record' : entry ? 'both' : 'remote',
    readiness: asset.readiness,
    readinessNote: asset.readinessNote,
    expiresAtMs: asset.expiresAtMs,
    hasSourceFile: hasSource,
    hasUrl: isWebAddress(url),
    previewUrl: hasSource || url !== null ? previewUrl('asset', accountId, asset.primaryId) : null,
  }
}

/** The address under which the page may ask main for the bytes of an asset or of a job's file. */
export function previewUrl(host: 'asset' | 'job', ...path: readonly string[]): string {
  return `app-media://${host}/${path.map(encodeURIComponent).join('/')}`
}

/** Some providers give the ID back as the name: that is no name. */
function namedByProvider({ name, primaryId }: RemoteAsset): string | null {
  return name === primaryId ? null : name
}

/** Whether a browser may be pointed there. */
function isWebAddress(url: string | null): boolean {
  return url !== null && URL.canParse(url) && new URL(url).protocol === 'https:'
}
