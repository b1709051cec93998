// KonPro's replies: their schemas with the mapping to assets or failures.
import { z } from 'zod'
import { failure, WharfError, type Failure } from '../../../shared/errors.ts'
import { cursorSchema, type Cursor } from '../../../shared/ids.ts'
import type { AssetValue, RemoteAsset } from '../../../shared/model/asset.ts'
import type { MediaKind } from '../../../shared/model/file-facts.ts'
import { failureOfStatus } from '../../http/classify-failure.ts'
import { asText, isObject, parseJson } from '../../http/json.ts'
import type { HttpAnswer } from '../../http/read-answer.ts'
import { redact } from '../../http/redact.ts'
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

/** 0, 100 and 200 are all seen as "fine" in envelopes of this API family. */
const GOOD_CODES: ReadonlySet<unknown> = new Set([undefined, null, 0, 100, 200])
const KINDS: Readonly<Record<string, MediaKind>> = { image: 'image', video: 'video', audio: 'audio' }
// A number above this cannot be seconds (it would be the year 5138), so it is milliseconds.
const LARGEST_SECONDS = 1e11

/** Throws what the answer stands for if it is not a success; else its JSON. `secrets` never reach an error. */
export function parseAnswer(answer: HttpAnswer, secrets: readonly string[], nowMs: number): unknown {
  const json = parseJson(answer.text)
  const said = readError(json, answer.text, secrets)
  if (answer.status < 200 || answer.status > 299)
    throw new WharfError({ ...failureOfStatus(answer, secrets, nowMs), ...dropNulls(said) })
  if (json === undefined)
    throw new WharfError(failure('answer-unreadable', 'unknown', { httpStatus: answer.status }))
  if (isErrorEnvelope(json))
    throw new WharfError(failure('request-invalid', 'refused', { ...said, httpStatus: answer.status }))
  return json
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
  const rows = listOf(level)
  if (!rows) throw new WharfError(failure('answer-unreadable', 'unknown', { httpStatus: 200 }))
  const assets = rows.flatMap((row) => {
    const parsed = assetSchema.safeParse(row)
    return parsed.success ? [toAsset(parsed.data)] : []
  })
  const token = field(json, 'token')
  const hasMore = field(json, 'has_more') ?? field(json, 'has_next')
  const cursor = cursorSchema.safeParse(token)
  const isEnd = hasMore === false || !cursor.success || cursor.data === sent || rows.length === 0
  return { assets, nextCursor: isEnd ? null : cursor.data }
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
    url: wire.url ?? null,
  }
}

function toMs(timestamp: number | null | undefined): number | null {
  if (!timestamp) return null
  return timestamp > LARGEST_SECONDS ? timestamp : timestamp * 1000
}

function listOf(level: unknown): readonly unknown[] | null {
  if (Array.isArray(level)) return level as readonly unknown[]
  if (!isObject(level)) return null
  const rows = level['assets'] ?? level['data']
  return Array.isArray(rows) ? (rows as readonly unknown[]) : null
}

/** Looks at the top, in `data` and in `meta`: the three places where the documents put paging fields. */
function field(json: unknown, name: string): unknown {
  if (!isObject(json)) return undefined
  for (const level of [json, json['data'], json['meta']])
    if (isObject(level) && level[name] !== undefined) return level[name]
  return undefined
}

function isErrorEnvelope(json: unknown): boolean {
  if (!isObject(json)) return false
  if (json['error'] !== undefined && json['error'] !== null) return true
  return !GOOD_CODES.has(json['code']) && !assetSchema.safeParse(json['data'] ?? json).success
}

type Said = Pick<Failure, 'providerMessage' | 'providerCode' | 'requestId'>

/** What the provider said, in any of the shapes its documents, its SDK or its model HeyGen use. */
function readError(json: unknown, raw: string, secrets: readonly string[]): Said {
  const top = isObject(json) ? json : {}
  const inner = isObject(top['error']) ? top['error'] : top
  const detail = Array.isArray(top['detail']) ? (top['detail'] as unknown[])[0] : top['detail']
  const message =
    asText(inner['message']) ??
    asText(top['error']) ??
    asText(isObject(detail) ? detail['msg'] : detail) ??
    (json === undefined ? raw.replace(/<[^>]*>/g, ' ') : null)
  const clean = (value: string | null) => (value === null ? null : redact(value, secrets) || null)
  return {
    providerMessage: clean(message),
    providerCode: clean(asText(inner['code'])),
    requestId: clean(asText(top['request_id']) ?? asText(inner['request_id'])),
  }
}

function dropNulls(said: Said): Partial<Said> {
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== null))
}
