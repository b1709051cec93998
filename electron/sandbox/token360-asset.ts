// Describes a stored asset in the fields that Token360's upload page documents.
import type { StoredAsset } from './asset-index.ts'
import type { JsonValue } from './reply.ts'

export type AssetState = {
  readonly status: string
  /** What the provider behind Token360 had against it; the page gives the field no shape. */
  readonly lastError: { readonly code: string; readonly message: string } | null
}

export function describeAsset(asset: StoredAsset, { status, lastError }: AssetState, url: string): JsonValue {
  const { extra, contentType, width, height } = asset
  const family = contentType.split('/', 1).join('')
  const isPortrait = extra['groupKind'] !== 'LIBRARY'
  const createdAt = new Date(asset.createdAtMs).toISOString()
  return {
    id: Number(extra['number']),
    assetId: asset.id,
    token360AssetId: asset.id,
    tenantId: 1001,
    userId: 2002,
    userName: 'sandbox-user',
    shared: false,
    sharePermission: null,
    shareExpiresAt: null,
    // A string here, although the request's part of the same name is an integer.
    assetGroupId: asset.containerId,
    groupName: extra['groupName'] ?? null,
    // The page calls it a class of media, its sample shows a media type.
    mediaType: contentType,
    assetKind: isPortrait ? (extra['groupKind'] ?? null) : 'LIBRARY',
    sourceType: 'UPLOAD',
    status,
    name: extra['name'] ?? null,
    assetType: family.toUpperCase(),
    filename: asset.fileName ?? null,
    originalFilename: asset.fileName ?? null,
    mimeType: contentType,
    fileType: family,
    sizeBytes: asset.sizeBytes,
    width,
    height,
    aspectRatio: width !== null && height !== null ? `${String(width)}:${String(height)}` : null,
    durationSeconds: null,
    frameRate: null,
    url,
    thumbnailUrl: family === 'image' ? url : null,
    byteplusAssetId: isPortrait ? `asset-${asset.sha256.slice(0, 16)}` : null,
    providerRefs: isPortrait ? { byteplus: { assetId: `asset-${asset.sha256.slice(0, 16)}` } } : null,
    providerLastError: lastError,
    requestId: extra['requestId'] ?? null,
    modelName: extra['model'] || null,
    modelType: null,
    expiresAt: null,
    createdAt,
    updatedAt: createdAt,
  }
}
