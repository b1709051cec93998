// Token360's successful replies: their schemas with the mapping to assets or groups.
import { z } from 'zod'
import { failure, WharfError } from '../../../shared/errors.ts'
import type { AssetReadiness, AssetValue, RemoteAsset } from '../../../shared/model/asset.ts'
import { mediaKindOf, type MediaKind } from '../../../shared/model/file-facts.ts'
import { asText, isObject } from '../../http/json.ts'
import { redact } from '../../http/redact.ts'
import type { Container } from '../provider.ts'
import { providerRefValues } from './provider-refs.ts'

const text = z.unknown().optional().transform(asText)
const number = z.unknown().optional().transform(toNumber)
const time = z.unknown().optional().transform(toMs)

/** Most fields may be absent, or be a number where the page shows a string: only an ID is insisted on. */
const assetSchema = z.object({
  assetId: text,
  token360AssetId: text,
  id: text,
  url: text,
  thumbnailUrl: text,
  assetGroupId: text,
  groupId: text,
  byteplusAssetId: text,
  requestId: text,
  providerRefs: z.unknown().optional(),
  name: text,
  originalFilename: text,
  filename: text,
  mimeType: text,
  mediaType: text,
  fileType: text,
  sizeBytes: number,
  width: number,
  height: number,
  status: text,
  providerLastError: z.unknown().optional(),
  createdAt: time,
  expiresAt: time,
})

/** Public clients that wait for portraits compare with these words, in any case. */
const READINESS: Readonly<Record<string, AssetReadiness>> = {
  active: 'ready',
  ready: 'ready',
  success: 'ready',
  completed: 'ready',
  processing: 'processing',
  pending: 'processing',
  queued: 'processing',
  failed: 'failed',
  error: 'failed',
  rejected: 'failed',
  inactive: 'failed',
}

// A number above this cannot be seconds (it would be the year 5138), so it is milliseconds.
const LARGEST_SECONDS = 1e11

/** The asset of an upload or a look-up; throws `asset-id-missing` when the reply names none. */
export function toAsset(json: unknown): RemoteAsset {
  const body = isObject(json) && isObject(json['data']) ? json['data'] : json
  const parsed = assetSchema.safeParse(body)
  const wire = parsed.success ? parsed.data : null
  const primaryId = wire?.assetId ?? wire?.token360AssetId ?? wire?.id
  if (!wire || !primaryId) throw new WharfError(failure('asset-id-missing', 'unknown', { httpStatus: 200 }))
  return {
    primaryId,
    values: valuesOf(wire),
    kind: kindOf([wire.mimeType, wire.mediaType, wire.fileType]),
    name: wire.name ?? wire.originalFilename ?? wire.filename,
    createdAtMs: wire.createdAt,
    sizeBytes: wire.sizeBytes,
    width: wire.width,
    height: wire.height,
    containerId: wire.assetGroupId ?? wire.groupId,
    readiness: READINESS[wire.status?.toLowerCase() ?? ''] ?? null,
    readinessNote: noteOf(wire.providerLastError),
    expiresAtMs: wire.expiresAt,
    url: wire.url,
  }
}

export type ContainerPage = {
  readonly containers: readonly Container[]
  readonly rowCount: number
  /** null: not said. */
  readonly total: number | null
}

/**
 * A page of groups. The page of the docs contradicts itself: its table has `list` with `pagination`, its sample
 * `records` with `total`; replies to a creation call the ID `assetGroupId`.
 */
export function toContainerPage(json: unknown): ContainerPage {
  const data = isObject(json) ? json['data'] : json
  const rows = rowsIn(data)
  if (!rows) throw new WharfError(failure('answer-unreadable', 'unknown', { httpStatus: 200 }))
  const containers = rows.flatMap((row) => {
    if (!isObject(row)) return []
    const id = asText(row['groupId']) ?? asText(row['assetGroupId']) ?? asText(row['id'])
    return id === null ? [] : [{ id, name: asText(row['name']) ?? asText(row['groupName']) ?? id }]
  })
  const level = isObject(data) ? data : {}
  const pagination = isObject(level['pagination']) ? level['pagination'] : {}
  return {
    containers,
    rowCount: rows.length,
    total: toNumber(pagination['total']) ?? toNumber(level['total']),
  }
}

/** @param seenRows how many rows came so far, those of this page included. */
export function isLastContainerPage(page: ContainerPage, seenRows: number, pageSize: number): boolean {
  if (page.rowCount === 0) return true
  // A total below what already came is no total.
  const isTotalKnown = page.total !== null && page.total >= seenRows
  return isTotalKnown ? seenRows === page.total : page.rowCount < pageSize
}

function rowsIn(data: unknown): readonly unknown[] | null {
  const rows = isObject(data) ? (data['list'] ?? data['records'] ?? data['items']) : data
  return Array.isArray(rows) ? (rows as readonly unknown[]) : null
}

function valuesOf(wire: z.infer<typeof assetSchema>): readonly AssetValue[] {
  const value = (name: string, label: string, of: string | null, note: string | null = null): AssetValue[] =>
    of ? [{ name, label, value: of, note }] : []
  const assetId = wire.assetId ?? wire.token360AssetId
  return [
    ...value('assetId', 'Asset ID', wire.assetId),
    ...value('token360AssetId', 'Token360 asset ID', wire.token360AssetId),
    ...value('id', 'Internal ID', wire.id),
    // The form in which the generation calls take an asset; the reply does not have it.
    ...value('assetUri', 'Asset reference', assetId && `asset://${assetId}`, 'For generation calls'),
    ...value('url', 'URL', wire.url),
    ...value('thumbnailUrl', 'Thumbnail URL', wire.thumbnailUrl),
    ...value('assetGroupId', 'Group ID', wire.assetGroupId ?? wire.groupId),
    ...value('byteplusAssetId', 'BytePlus asset ID', wire.byteplusAssetId),
    ...value('requestId', 'Request ID', wire.requestId),
    ...providerRefValues(wire.providerRefs),
  ]
}

/** The first that names a kind; `mediaType` is a class ("image") by its description, a media type by its sample. */
function kindOf(types: readonly (string | null)[]): MediaKind {
  return (
    types.map((type) => mediaKindOf(type?.toLowerCase() ?? null)).find((kind) => kind !== 'other') ?? 'other'
  )
}

function noteOf(lastError: unknown): string | null {
  const said = isObject(lastError)
    ? (asText(lastError['message']) ?? JSON.stringify(lastError))
    : asText(lastError)
  return said === null ? null : redact(said, []) || null
}

function toNumber(value: unknown): number | null {
  const amount = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  return typeof amount === 'number' && Number.isFinite(amount) && amount >= 0 ? amount : null
}

function toMs(time: unknown): number | null {
  if (typeof time === 'number') return time > LARGEST_SECONDS ? time : time > 0 ? time * 1000 : null
  const ms = typeof time === 'string' ? Date.parse(time) : Number.NaN
  return Number.isNaN(ms) ? null : ms
}
