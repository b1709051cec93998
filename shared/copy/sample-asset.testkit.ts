// Assets to copy in tests, each as its provider describes it after an upload.
import { accountIdSchema } from '../ids.ts'
import type { Server } from '../model/account.ts'
import type { LibraryItem } from '../model/asset.ts'
import type { ProviderId } from '../providers/index.ts'
import type { CopiedAsset } from './copied-asset.ts'

const VALUES: Readonly<Record<ProviderId, Readonly<Record<string, string>>>> = {
  konpro: { id: 'asset_12', image_key: 'img_key_12', url: 'https://files.konpro.ai/12.png' },
  onemin: {
    key: 'images/2024_cat.png',
    uuid: '26f30dfd',
    location: 'https://asset.1min.ai.s3.us-east-1.amazonaws.com/images/2024_cat.png',
  },
  indream: { assetId: '0b5e', fileKey: 'uploads/cat.png', fileUrl: 'https://cdn.indream.ai/uploads/cat.png' },
  token360: { assetId: 'ua_123', assetUri: 'asset://ua_123', url: 'https://cdn.token360.ai/ua_123.png' },
}

export function sampleAsset(
  providerId: ProviderId,
  part: Partial<LibraryItem> = {},
  server: Server = { kind: 'provider' },
): CopiedAsset {
  const values = Object.entries(VALUES[providerId]).map(([name, value]) => ({
    name,
    label: name,
    value,
    note: null,
  }))
  const item: LibraryItem = {
    accountId: accountIdSchema.parse('a1'),
    providerId,
    primaryId: values[0]?.value ?? '',
    values,
    kind: 'image',
    name: 'cat.png',
    fileName: 'cat.png',
    providerName: null,
    localName: null,
    note: null,
    tags: [],
    hasSourceFile: true,
    hasUrl: true,
    createdAtMs: 1_700_000_000_000,
    sizeBytes: 1234,
    width: 640,
    height: 480,
    durationMs: null,
    sha256: 'ab12',
    uploadedAtMs: 1_700_000_001_000,
    knownFrom: 'both',
    readiness: null,
    readinessNote: null,
    expiresAtMs: null,
    previewUrl: null,
    ...part,
  }
  return { item, account: { name: 'Main', server } }
}

export function without(asset: CopiedAsset, name: string): CopiedAsset {
  return {
    ...asset,
    item: { ...asset.item, values: asset.item.values.filter((value) => value.name !== name) },
  }
}
