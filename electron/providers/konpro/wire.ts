// KonPro's replies: their schemas with the mapping to assets or failures.
import { z } from 'zod'
import { failure, WharfError, type ErrorCode } from '../../../shared/errors.ts'
import { cursorSchema, type Cursor } from '../../../shared/ids.ts'
import type { AssetValue, RemoteAsset } from '../../../shared/model/asset.ts'
import type { MediaKind } from '../../../shared/model/file-facts.ts'
import { asText, isObject } from '../../http/json.ts'
import type { ErrorDialect } from '../../http/parse-answer.ts'
import type { AssetPage } from '../provider.ts'

const text = z.string().nullish().catch(null)
const idSchema = z.union([z.string().trim().min(1), z.number().transform(String)])

const assetSchema = z.object({
  id: idSchema,
  name: text,
  file_type: text,
  folder_id: text,
  image_key: text,
  url: text,
  created_ts: z.number().nullish().catch(null),
  // Documented as an object, but HeyGen's v1 API, which KonPro's pages mirror, sends null here.
  meta: z.object({ size: z.number(), width: z.number(), height: z.number() }).partial().nullish().catch(null),
})

const folderSchema = z.object({ id: idSchema, name: text })

/** 0, 100 and 200 are all seen as "fine" in envelopes of this API family. */
const GOOD_CODES: ReadonlySet<unknown> = new Set([undefined, null, 0, 100, 200])
const KINDS: Readonly<Record<string, MediaKind>> = { image: 'image', video: 'video', audio: 'audio' }
// A number above this cannot be seconds (it would be the year 5138), so it is milliseconds.
const LARGEST_SECONDS = 1e11

/** Seen in the API family that KonPro's pages mirror (HeyGen docs, "errors"). */
const OWN_CODES: Readonly<Record<string, ErrorCode>> = {
  '40009': 'key-refused',
  '400112': 'key-refused',
  '400599': 'not-eligible',
}

/**
 * KonPro's errors: nested or flat as its pages show them, FastAPI's `detail` as in its SDK, or HeyGen's numeric codes
 * with HTTP 200.
 */
export const konproErrors: ErrorDialect = {
  said: (json) => {
    const top = isObject(json) ? json : {}
    const inner = isObject(top['error']) ? top['error'] : top
    const detail = Array.isArray(top['detail']) ? (top['detail'] as unknown[])[0] : top['detail']
    return {
      message:
        asText(inner['message']) ?? asText(top['error']) ?? asText(isObject(detail) ? detail['msg'] : detail),
      code: asText(inner['code']),
      requestId: asText(top['request_id']) ?? asText(inner['request_id']),
    }
  },
  isError: (json) => {
    if (!isObject(json)) return false
    if (json['error'] !== undefined && json['error'] !== null) return true
    return !GOOD_CODES.has(json['code']) && !assetSchema.safeParse(json['data'] ?? json).success
  },
  codeFor: (code) => OWN_CODES[code] ?? null,
}

/** The reply to an upload, bare or in a `data` envelope; throws `asset-id-missing` when it names no asset. */
export function toUploadedAsset(json: unknown): RemoteAsset {
  const body = isObject(json) && isObject(json['data']) ? json['data'] : json
  const parsed = assetSchema.safeParse(body)
  if (!parsed.success) throw new WharfError(failure('asset-id-missing', 'unknown', { httpStatus: 200 }))
  return toAsset(parsed.data)
}

/**
 * A page of the list. The end is any of: `has_more` false, no token, the token just sent, an empty page (the
 * documents contradict each other on which one counts).
 */
export function toAssetPage(json: unknown, sent: Cursor | null): AssetPage {
  const level = isObject(json) && isObject(json['data']) ? json['data'] : json
  const rows = listOf(level, 'assets')
  if (!rows) throw new WharfError(failure('answer-unreadable', 'unknown', { httpStatus: 200 }))
  const assets = rows.flatMap((row) => {
    const parsed = assetSchema.safeParse(row)
    return parsed.success ? [toAsset(parsed.data)] : []
  })
  return { assets, nextCursor: cursorAfter(json, sent, rows.length) }
}

/** A page of folders; the same rules for its end as for assets. */
export function toContainerPage(json: unknown, sent: Cursor | null) {
  const level = isObject(json) && isObject(json['data']) ? json['data'] : json
  const rows = listOf(level, 'folders')
  if (!rows) throw new WharfError(failure('answer-unreadable', 'unknown', { httpStatus: 200 }))
  const containers = rows.flatMap((row) => {
    const parsed = folderSchema.safeParse(row)
    return parsed.success ? [{ id: parsed.data.id, name: parsed.data.name ?? parsed.data.id }] : []
  })
  return { containers, nextCursor: cursorAfter(json, sent, rows.length) }
}

/** Stops at `has_more` false, no token, the token just sent or an empty page. */
function cursorAfter(json: unknown, sent: Cursor | null, rowCount: number): Cursor | null {
  const hasMore = field(json, 'has_more') ?? field(json, 'has_next')
  const cursor = cursorSchema.safeParse(field(json, 'token'))
  const isEnd = hasMore === false || !cursor.success || cursor.data === sent || rowCount === 0
  return isEnd ? null : cursor.data
}

function toAsset(wire: z.infer<typeof assetSchema>): RemoteAsset {
  const value = (name: string, label: string, of: string | null | undefined): AssetValue[] =>
    of ? [{ name, label, value: of, note: null }] : []
  return {
    primaryId: wire.id,
    values: [
      ...value('id', 'Asset ID', wire.id),
      ...value('image_key', 'Image key', wire.image_key),
      ...value('folder_id', 'Folder ID', wire.folder_id),
      ...value('url', 'URL', wire.url),
    ],
    kind: KINDS[wire.file_type ?? ''] ?? 'other',
    name: wire.name ?? null,
    createdAtMs: toMs(wire.created_ts),
    sizeBytes: wire.meta?.size ?? null,
    width: wire.meta?.width ?? null,
    height: wire.meta?.height ?? null,
    containerId: wire.folder_id || null,
    readiness: null,
    readinessNote: null,
    expiresAtMs: null,
    url: wire.url ?? null,
  }
}

function toMs(timestamp: number | null | undefined): number | null {
  if (!timestamp) return null
  return timestamp > LARGEST_SECONDS ? timestamp : timestamp * 1000
}

function listOf(level: unknown, name: string): readonly unknown[] | null {
  if (Array.isArray(level)) return level as readonly unknown[]
  if (!isObject(level)) return null
  const rows = level[name] ?? level['data']
  return Array.isArray(rows) ? (rows as readonly unknown[]) : null
}

/** Looks at the top, in `data` and in `meta`: the three places where the documents put paging fields. */
function field(json: unknown, name: string): unknown {
  if (!isObject(json)) return undefined
  for (const level of [json, json['data'], json['meta']])
    if (isObject(level) && level[name] !== undefined) return level[name]
  return undefined
}
