// Two assets that there are not, for the preview of a form.
import type { CopiedAsset } from '../../../shared/copy/copied-asset.ts'
import type { AccountId } from '../../../shared/ids.ts'

const SAMPLE_TIME_MS = Date.UTC(2026, 0, 15, 9, 30)

function sample(part: Pick<CopiedAsset['item'], 'primaryId' | 'name' | 'kind' | 'sizeBytes'>): CopiedAsset {
  const value = (name: string, of: string) => ({ name, label: name, value: of, note: null })
  const { primaryId, name, kind } = part
  return {
    account: { name: 'Main', server: { kind: 'provider' } },
    item: {
      ...part,
      accountId: 'sample' as AccountId,
      providerId: 'konpro',
      values: [
        value('id', primaryId),
        value('url', `https://files.konpro.ai/${name ?? primaryId}`),
        ...(kind === 'image' ? [value('image_key', `image/${primaryId}/original`)] : []),
      ],
      createdAtMs: SAMPLE_TIME_MS,
      width: 1920,
      height: 1080,
      sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
      uploadedAtMs: SAMPLE_TIME_MS,
      knownFrom: 'both',
      readiness: null,
      readinessNote: null,
      expiresAtMs: null,
      previewUrl: null,
      fileName: name,
      providerName: name,
      localName: null,
      note: null,
      tags: [],
      durationMs: null,
      hasSourceFile: true,
      hasUrl: true,
    },
  }
}

export const SAMPLE_COPIES: readonly CopiedAsset[] = [
  sample({ primaryId: 'asset_123456', name: 'harbour.png', kind: 'image', sizeBytes: 1_024_000 }),
  sample({ primaryId: 'asset_123457', name: 'waves.mp4', kind: 'video', sizeBytes: 8_400_000 }),
]
