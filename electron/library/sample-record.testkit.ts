// Makes up, for tests or benchmarks, a record such as a year of work leaves behind, the same one each time.
import { accountIdSchema } from '../../shared/ids.ts'
import type { RemoteAsset } from '../../shared/model/asset.ts'
import type { MediaKind } from '../../shared/model/file-facts.ts'
import type { ProviderId } from '../../shared/providers/index.ts'
import type { Database } from '../store/sqlite.ts'
import { createAnnotations } from './annotations.ts'
import type { RecordEntry } from './record-entry.ts'
import { createRecord } from './record.ts'

const SUBJECTS =
  'holiday portrait skyline café forest River logo banner interview podcast jingle product Übergabe 海 storyboard teaser harbour kitchen autumn wedding'.split(
    ' ',
  )
const WORDS = 'final draft v2 edit wide crop night square master raw take alt export scene cover loop'.split(
  ' ',
)
const KINDS = [
  { kind: 'image', extension: 'png', mimeType: 'image/png', share: 70 },
  { kind: 'video', extension: 'mp4', mimeType: 'video/mp4', share: 88 },
  { kind: 'audio', extension: 'mp3', mimeType: 'audio/mpeg', share: 96 },
  { kind: 'other', extension: 'pdf', mimeType: 'application/pdf', share: 100 },
] as const satisfies readonly { kind: MediaKind; extension: string; mimeType: string; share: number }[]
const ACCOUNTS = (['konpro', 'konpro', 'onemin', 'indream', 'token360'] as const).map(
  (providerId, index) => ({
    providerId: providerId satisfies ProviderId,
    id: accountIdSchema.parse(`0b7c2f54-91d3-4d7e-8a55-0000000000${10 + index}`),
    name: ['KonPro · main', 'KonPro · client', '1min · team', 'Indream · me', 'Token360'][index] ?? '',
  }),
)
export const SAMPLE_ACCOUNTS: readonly {
  readonly id: RecordEntry['accountId']
  readonly providerId: ProviderId
  readonly name: string
}[] = ACCOUNTS

const YEAR_MS = 365 * 24 * 3_600_000
export const SAMPLE_NOW_MS = 1_760_000_000_000

/** Spreads indices evenly, without chance. */
function spread(index: number, salt: number, below: number): number {
  let state = Math.imul(index + 1, 2_654_435_761) ^ Math.imul(salt + 1, 40_503)
  state = Math.imul(state ^ (state >>> 15), 2_246_822_507)
  state = Math.imul(state ^ (state >>> 13), 3_266_489_909)
  return ((state ^ (state >>> 16)) >>> 0) % below
}

const pick = <T>(list: readonly T[], index: number, salt: number): T => {
  const item = list[spread(index, salt, list.length)]
  if (item === undefined) throw new Error('nothing to pick from')
  return item
}

export function sampleUpload(index: number, count: number): RecordEntry {
  const share = spread(index, 1, 100)
  const { kind, extension, mimeType } = KINDS.find((each) => share < each.share) ?? KINDS[3]
  const account = pick(ACCOUNTS, index, 2)
  const name = `${pick(SUBJECTS, index, 3)} ${pick(WORDS, index, 4)}-${spread(index, 5, 9999)}.${extension}`
  const primaryId = `${account.providerId}_${spread(index, 6, 2 ** 31).toString(16)}${index.toString(16)}`
  const uploadedAtMs = SAMPLE_NOW_MS - Math.round(((count - index) / count) * YEAR_MS)
  const asset: RemoteAsset = {
    primaryId,
    values: [
      { name: 'id', label: 'Asset ID', value: primaryId, note: null },
      { name: 'key', label: 'Key', value: `uploads/2026/${index.toString(36)}/${extension}`, note: null },
      {
        name: 'url',
        label: 'URL',
        value: `https://cdn.example/${index.toString(36)}.${extension}`,
        note: null,
      },
    ],
    kind,
    name: null,
    createdAtMs: uploadedAtMs,
    sizeBytes: null,
    width: 1920,
    height: 1080,
    containerId: account.providerId === 'indream' ? `project_${spread(index, 7, 12)}` : null,
    readiness: account.providerId === 'token360' ? (share < 2 ? 'failed' : 'ready') : null,
    readinessNote: null,
    expiresAtMs: index % 500 === 0 ? SAMPLE_NOW_MS + spread(index, 8, 30) * 24 * 3_600_000 : null,
    url: `https://cdn.example/${index.toString(36)}.${extension}`,
  }
  return {
    accountId: account.id,
    providerId: account.providerId,
    asset,
    facts: { name, sizeBytes: 2000 + spread(index, 9, 80_000_000), mimeType },
    sha256: index.toString(16).padStart(64, '0'),
    sourcePath: `/pictures/${name}`,
    sourceIdentity: {
      device: '1',
      inode: String(index),
      sizeBytes: '1',
      modifiedAtNs: '0',
      changedAtNs: null,
    },
    uploadedAtMs,
  }
}

/** One in fifty has a tag, one in a hundred a note. */
export function fillRecord(database: Database, count: number): void {
  const record = createRecord(database)
  const annotations = createAnnotations(database)
  database.transaction(() => {
    for (let index = 0; index < count; index += 1) {
      const entry = sampleUpload(index, count)
      record.add(entry)
      if (index % 50 !== 0) continue
      const note = index % 100 === 0 ? 'for the spring campaign' : null
      annotations.set(entry.accountId, entry.asset.primaryId, {
        localName: null,
        note,
        tags: [pick(['campaign', 'keep', 'client A'], index, 10)],
      })
    }
  })
}
