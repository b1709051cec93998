// Fetches what a provider serves of an asset: no key or cookie is sent, only pictures, clips and sounds come back.
import { pipeline, Transform, type Readable } from 'node:stream'
import { request } from 'undici'
import { connectionFor } from './media-connections.ts'

/** Of a picture, or of anything that is held in memory. */
export const MAX_PICTURE_BYTES = 32 * 1024 * 1024
/** Of a clip or sound, which is passed on as it comes. */
const MAX_STREAM_BYTES = 4 * 1024 * 1024 * 1024
const MAX_REDIRECTS = 3
const READ_LIMIT_MS = 60_000

const SHOWN = /^(image\/(?!svg)|video\/|audio\/)[\w.+-]+/
/** What storage says that was not told what it stores. */
const UNTOLD = /^(application|binary)\/octet-stream\b/

export type MediaAddress = {
  readonly url: string
  /** The origin of the account's own server, or null where there is none any more. */
  readonly trustedOrigin: string | null
  /** For servers that do not say; null: not known here either. */
  readonly mimeType: string | null
}

export type MediaAnswer = {
  readonly status: 200 | 206
  readonly mimeType: string
  /** `content-length`, `content-range` and `accept-ranges` as the provider sent them. */
  readonly headers: Readonly<Record<string, string>>
  /** Fails once it is longer than a picture or clip may be; whoever has it must read or destroy it. */
  readonly body: Readable
}

/** null for whatever is not media within the limits. `rangeHeader` is passed on. */
export async function openMedia(
  { url, trustedOrigin, mimeType: told }: MediaAddress,
  { rangeHeader, signal }: { readonly rangeHeader: string | null; readonly signal: AbortSignal },
): Promise<MediaAnswer | null> {
  let at = new URL(url)
  for (let hop = 0; hop <= MAX_REDIRECTS; hop += 1) {
    const dispatcher = connectionFor(at, trustedOrigin)
    if (!dispatcher) return null
    const { statusCode, headers, body } = await request(at, {
      dispatcher,
      headers: { 'user-agent': 'Wharf', ...(rangeHeader !== null && { range: rangeHeader }) },
      headersTimeout: 15_000,
      bodyTimeout: 10_000,
      signal,
    })
    const header = (name: string) => String(headers[name] ?? '')
    if (isRedirect(statusCode) && URL.canParse(header('location'), at.href)) {
      discard(body)
      at = new URL(header('location'), at)
      continue
    }
    const said = header('content-type')
    const mimeType = SHOWN.exec(UNTOLD.test(said) ? (told ?? '') : said)?.[0]
    const limitBytes = mimeType?.startsWith('image/') ? MAX_PICTURE_BYTES : MAX_STREAM_BYTES
    const isServed = statusCode === 200 || statusCode === 206
    if (!isServed || mimeType === undefined || Number(header('content-length')) > limitBytes) {
      discard(body)
      return null
    }
    const passed = ['content-length', 'content-range', 'accept-ranges'].filter((name) => header(name) !== '')
    return {
      status: statusCode,
      mimeType,
      headers: Object.fromEntries(passed.map((name) => [name, header(name)])),
      body: capped(body, limitBytes),
    }
  }
  return null
}

export type Media = { readonly mimeType: string; readonly bytes: Uint8Array<ArrayBuffer> }

/** null for whatever did not arrive whole within `MAX_PICTURE_BYTES`. */
export async function fetchMedia(address: MediaAddress): Promise<Media | null> {
  try {
    const signal = AbortSignal.timeout(READ_LIMIT_MS)
    const answer = await openMedia(address, { rangeHeader: null, signal })
    if (!answer) return null
    const { status, mimeType, headers, body } = answer
    if (status !== 200 || Number(headers['content-length'] ?? 0) > MAX_PICTURE_BYTES) {
      discard(body)
      return null
    }
    const chunks: Buffer[] = []
    for await (const chunk of capped(body, MAX_PICTURE_BYTES) as AsyncIterable<Buffer>) chunks.push(chunk)
    return { mimeType, bytes: new Uint8Array(Buffer.concat(chunks)) }
  } catch {
    return null
  }
}

function capped(body: Readable, limitBytes: number): Readable {
  let lengthBytes = 0
  const meter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      lengthBytes += chunk.byteLength
      if (lengthBytes > limitBytes) done(new Error('Larger than a preview may be'))
      else done(null, chunk)
    },
  })
  // Whoever reads the meter hears of failures there.
  pipeline(body, meter, () => undefined)
  return meter
}

/** Unread, it would hold its connection. */
function discard(body: Readable): void {
  body.on('error', () => undefined).destroy()
}

function isRedirect(status: number): boolean {
  return [301, 302, 303, 307, 308].includes(status)
}
