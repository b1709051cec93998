// The toy's replies: their schema with the mapping to assets or failures.
import { z } from 'zod'
import { failure, WharfError } from '../../../shared/errors.ts'
import { cursorSchema, type Cursor } from '../../../shared/ids.ts'
import type { RemoteAsset } from '../../../shared/model/asset.ts'
import { mediaKindOf } from '../../../shared/model/file-facts.ts'
import { asText, isObject } from '../../http/json.ts'
import type { ErrorDialect } from '../../http/parse-answer.ts'
import type { AssetPage } from '../provider.ts'

const toySchema = z.object({
  ref: z.string().min(1),
  type: z.string().nullish().catch(null),
  bytes: z.number().nullish().catch(null),
})

export const toyErrors: ErrorDialect = {
  said: (json) => {
    const top = isObject(json) ? json : {}
    return { message: asText(top['says']), code: asText(top['broken']), requestId: null }
  },
  isError: (json) => isObject(json) && Boolean(json['broken']),
  codeFor: () => null,
}

/** Throws `asset-id-missing` where the reply names no toy. */
export function toAsset(json: unknown): RemoteAsset {
  const parsed = toySchema.safeParse(json)
  if (!parsed.success) throw new WharfError(failure('asset-id-missing', 'unknown'))
  const { ref, type, bytes } = parsed.data
  return {
    primaryId: ref,
    values: [{ name: 'ref', label: 'Reference', value: ref, note: null }],
    kind: mediaKindOf(type ?? null),
    name: null,
    createdAtMs: null,
    sizeBytes: bytes ?? null,
    width: null,
    height: null,
    containerId: null,
    readiness: null,
    readinessNote: null,
    expiresAtMs: null,
    url: null,
  }
}

/** Anything but a new cursor is the end. */
export function toAssetPage(json: unknown, sent: Cursor | null): AssetPage {
  const toys = isObject(json) ? json['toys'] : null
  if (!Array.isArray(toys)) throw new WharfError(failure('answer-unreadable', 'unknown'))
  const next = cursorSchema.safeParse(isObject(json) ? json['next'] : null)
  return { assets: toys.map(toAsset), nextCursor: next.success && next.data !== sent ? next.data : null }
}
