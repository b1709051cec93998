// The answers an imitation gives, as data, so that a fault can still spoil them on their way out.
import type { StoredAsset } from './asset-index.ts'

export type JsonValue =
  string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue }

export type ReplyBody =
  | { readonly kind: 'json'; readonly value: JsonValue }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | {
      readonly kind: 'file'
      readonly path: string
      readonly firstByte: number
      readonly sizeBytes: number
    }

export type Reply = {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: ReplyBody
  /** What this request has put into the library for good; null if nothing. */
  readonly committed: StoredAsset | null
}

/** A JSON answer that commits nothing. */
export function jsonReply(
  status: number,
  value: JsonValue,
  headers: Readonly<Record<string, string>> = {},
): Reply {
  return { status, headers, body: { kind: 'json', value }, committed: null }
}

/** An answer of any bytes at all, with no header but those given; no body when `body` is empty. */
export function bytesReply(
  status: number,
  body: string | Uint8Array,
  headers: Readonly<Record<string, string>> = {},
): Reply {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body
  return { status, headers, body: { kind: 'bytes', bytes }, committed: null }
}
