// 1min.ai's replies: their schemas with the mapping to assets or failures.
import { z } from 'zod'
import { failure, WharfError, type ErrorCode } from '../../../shared/errors.ts'
import type { AssetReadiness, AssetValue, RemoteAsset } from '../../../shared/model/asset.ts'
import { mediaKindOf, type FileFacts } from '../../../shared/model/file-facts.ts'
import { asText, isObject } from '../../http/json.ts'
import type { ErrorDialect } from '../../http/parse-answer.ts'
import { MAX_ANSWER_BYTES } from '../../http/read-answer.ts'

const text = z.unknown().optional().transform(asText)
/** Neither block is counted on: one of them with an ID is enough. */
const block = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z
    .unknown()
    .optional()
    .transform((value) => (isObject(value) ? value : {}))
    .pipe(z.object(shape))

const uploadSchema = block({
  asset: block({
    key: text,
    location: text,
    etag: text,
    originalname: text,
    mimetype: text,
    size: z.number().nullish().catch(null),
  }),
  fileContent: block({ uuid: text, path: text, name: text, status: text, createdAt: text }),
})

/** The field `status` is documented with these two words. */
const READINESS: Readonly<Record<string, AssetReadiness>> = { ACTIVE: 'ready', INACTIVE: 'failed' }

/** The whole of the documented table of errors. */
const OWN_CODES: Readonly<Record<string, ErrorCode>> = {
  BAD_REQUEST: 'request-invalid',
  UNAUTHORIZED: 'key-refused',
  PAYLOAD_TOO_LARGE: 'too-large',
  TOO_MANY_REQUESTS: 'rate-limited',
}

/** As documented, `{success: false, error: {code, message}}`, or in the flatter forms that clients guard against. */
export const oneminErrors: ErrorDialect = {
  said: (json) => {
    const top = isObject(json) ? json : {}
    const inner = isObject(top['error']) ? top['error'] : {}
    return {
      message:
        sentence(inner['message']) ??
        sentence(top['error']) ??
        sentence(top['message']) ??
        sentence(top['detail']) ??
        sentence(json),
      code: asText(inner['code']) ?? asText(top['code']),
      requestId: null,
    }
  },
  isError: (json) => isObject(json) && (json['success'] === false || Boolean(json['error'])),
  codeFor: (code) => OWN_CODES[code] ?? null,
}

// A text file comes back inside the answer (`content`), each character escaped to six at worst.
const ESCAPED_BYTES_PER_BYTE = 6
const MOST_TEXT_BYTES = 64 * 1024 * 1024
const TEXT_TYPE = /^text\/|^image\/svg|[/+](json|xml)$/

/** How long the answer to this file's upload may be. */
export function largestAnswerBytes({ mimeType, sizeBytes }: FileFacts): number {
  const textBytes = TEXT_TYPE.test(mimeType ?? '') ? sizeBytes * ESCAPED_BYTES_PER_BYTE : 0
  return MAX_ANSWER_BYTES + Math.min(textBytes, MOST_TEXT_BYTES)
}

/**
 * The reply to an upload; throws `asset-id-missing` when it names no asset. The primary ID is the key, since that is
 * what other calls take; the uuid, which no documented call takes, stands in for it only when there is no key.
 */
export function toUploadedAsset(json: unknown, { mimeType }: FileFacts): RemoteAsset {
  const { asset, fileContent } = uploadSchema.parse(json)
  const key = fileContent.path ?? asset.key
  const primaryId = key ?? fileContent.uuid
  const status = fileContent.status?.toUpperCase() ?? ''
  if (!primaryId) throw new WharfError(failure('asset-id-missing', 'unknown', { httpStatus: 200 }))
  return {
    primaryId,
    values: [
      ...value('key', 'Asset key', key),
      ...value('uuid', 'UUID', fileContent.uuid),
      ...value('location', 'Location', asset.location, 'Private: it may not open in a browser'),
      ...value('etag', 'ETag', asset.etag),
      ...value('name', 'Generated name', fileContent.name),
    ],
    // Not `contentType`: that is application/octet-stream even for a picture.
    kind: mediaKindOf(asset.mimetype ?? mimeType),
    name: asset.originalname,
    createdAtMs: toMs(fileContent.createdAt),
    sizeBytes: asset.size ?? null,
    width: null,
    height: null,
    containerId: null,
    readiness: READINESS[status] ?? null,
    readinessNote: status === 'ACTIVE' ? null : fileContent.status,
    expiresAtMs: null,
    // `location` needs a signature that the API does not give, so there is nothing to show from it.
    url: null,
  }
}

function value(name: string, label: string, of: string | null, note: string | null = null): AssetValue[] {
  return of ? [{ name, label, value: of, note }] : []
}

/** One line out of text or a list of texts. */
function sentence(said: unknown): string | null {
  return Array.isArray(said) ? said.map(asText).filter(Boolean).join('; ') || null : asText(said)
}

function toMs(isoTime: string | null): number | null {
  const ms = Date.parse(isoTime ?? '')
  return Number.isNaN(ms) ? null : ms
}
