// Indream's replies: their schemas with the mapping to assets or failures.
import { z } from 'zod'
import { failure, WharfError, type ErrorCode } from '../../../shared/errors.ts'
import { cursorSchema, type Cursor } from '../../../shared/ids.ts'
import type { AssetValue, RemoteAsset } from '../../../shared/model/asset.ts'
import { mediaKindOf, type MediaKind } from '../../../shared/model/file-facts.ts'
import { asText, isObject } from '../../http/json.ts'
import type { ErrorDialect } from '../../http/parse-answer.ts'
import type { AssetPage, Container } from '../provider.ts'

const text = z.string().nullish().catch(null)
const quantity = z.number().nonnegative().nullish().catch(null)
const idSchema = z.union([z.string().trim().min(1), z.number().transform(String)])

/** There is a `duration` too: it is left out, since nothing says in which unit. */
const assetSchema = z.object({
  assetId: idSchema,
  fileUrl: text,
  fileKey: text,
  type: text,
  filename: text,
  mimetype: text,
  size: quantity,
  width: quantity,
  height: quantity,
})

const projectSchema = z.object({ projectId: idSchema, title: text })

const KINDS: Readonly<Record<string, MediaKind>> = { image: 'image', video: 'video', audio: 'audio' }

/** The first and the last from Indream's pages, the others from the tests of its own client. */
const OWN_CODES: Readonly<Record<string, ErrorCode>> = {
  OPEN_API_RUNTIME_ACCESS_FORBIDDEN: 'not-eligible',
  OPEN_API_KEY_INVALID: 'key-refused',
  OPEN_API_REQUEST_LIMIT_EXCEEDED: 'rate-limited',
  ASSET_REFERENCED: 'asset-in-use',
}

/** Indream's errors: a flat problem object, whose `errorCode` may be absent. */
export const indreamErrors: ErrorDialect = {
  said: (json) => {
    const top = isObject(json) ? json : {}
    const inner = isObject(top['error']) ? top['error'] : top
    return {
      message:
        asText(inner['detail']) ??
        asText(inner['message']) ??
        asText(inner['title']) ??
        asText(inner['error']),
      code: asText(inner['errorCode']) ?? asText(inner['code']) ?? asText(inner['type']),
      requestId: null,
    }
  },
  isError: (json) => {
    if (!isObject(json)) return false
    const hasError = json['error'] !== undefined && json['error'] !== null
    return hasError || asText(json['errorCode']) !== null || Number(json['status']) >= 400
  },
  codeFor: (code) => OWN_CODES[code] ?? null,
}

/** The same for requests that name a project: what is not found is that project, if it is Indream that says so. */
export const projectErrors: ErrorDialect = {
  ...indreamErrors,
  codeFor: (code) => (code.endsWith('NOT_FOUND') ? 'container-not-found' : indreamErrors.codeFor(code)),
}

/** The reply about one asset; throws `asset-id-missing` when it names none. */
export function toAsset(json: unknown, containerId: string | null): RemoteAsset {
  const body = isObject(json) && isObject(json['data']) ? json['data'] : json
  const parsed = assetSchema.safeParse(body)
  if (!parsed.success) throw new WharfError(failure('asset-id-missing', 'unknown'))
  return toRemoteAsset(parsed.data, containerId)
}

/** A page of one project. Anything but a new cursor is the end, as it is for Indream's own client. */
export function toAssetPage(json: unknown, sent: Cursor | null, containerId: string): AssetPage {
  const rows = rowsOf(json)
  const assets = rows.flatMap((row) => {
    const parsed = assetSchema.safeParse(row)
    return parsed.success ? [toRemoteAsset(parsed.data, containerId)] : []
  })
  return { assets, nextCursor: cursorAfter(json, sent) }
}

/** A page of projects; the same rule for its end as for assets. */
export function toContainerPage(json: unknown, sent: Cursor | null) {
  const rows = rowsOf(json)
  const containers = rows.flatMap((row): Container[] => {
    const parsed = projectSchema.safeParse(row)
    if (!parsed.success) return []
    const { projectId, title } = parsed.data
    return [{ id: projectId, name: title?.trim() || projectId }]
  })
  return { containers, nextCursor: cursorAfter(json, sent) }
}

function toRemoteAsset(wire: z.infer<typeof assetSchema>, containerId: string | null): RemoteAsset {
  const value = (name: string, label: string, of: string | null | undefined): AssetValue[] =>
    of ? [{ name, label, value: of, note: null }] : []
  return {
    primaryId: wire.assetId,
    values: [
      ...value('assetId', 'Asset ID', wire.assetId),
      ...value('fileKey', 'File key', wire.fileKey),
      ...value('fileUrl', 'File URL', wire.fileUrl),
    ],
    // Documented without its values; `IMAGE` is seen in the tests of Indream's client.
    kind: KINDS[wire.type?.toLowerCase() ?? ''] ?? mediaKindOf(wire.mimetype ?? null),
    name: wire.filename ?? null,
    createdAtMs: null,
    sizeBytes: wire.size ?? null,
    width: wire.width ?? null,
    height: wire.height ?? null,
    containerId,
    readiness: null,
    readinessNote: null,
    expiresAtMs: null,
    url: wire.fileUrl || null,
  }
}

function rowsOf(json: unknown): readonly unknown[] {
  const rows = isObject(json) ? json['data'] : json
  if (!Array.isArray(rows)) throw new WharfError(failure('answer-unreadable', 'unknown'))
  return rows as readonly unknown[]
}

function cursorAfter(json: unknown, sent: Cursor | null): Cursor | null {
  const meta = isObject(json) && isObject(json['meta']) ? json['meta'] : {}
  const cursor = cursorSchema.safeParse(meta['nextPageCursor'])
  return !cursor.success || cursor.data === sent ? null : cursor.data
}
