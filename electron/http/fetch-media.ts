// Fetches a picture for a preview: no key is sent, no redirect followed, and its size is capped.
import { request } from 'undici'

const MAX_MEDIA_BYTES = 32 * 1024 * 1024
const IMAGE = /^image\/(?!svg)[\w.+-]+/

export type Media = { readonly mimeType: string; readonly bytes: Uint8Array<ArrayBuffer> }

/** null for whatever is not a picture that arrived whole within the limits. */
export async function fetchMedia(url: string): Promise<Media | null> {
  try {
    const { statusCode, headers, body } = await request(url, {
      headersTimeout: 15_000,
      bodyTimeout: 10_000,
      signal: AbortSignal.timeout(60_000),
    })
    const mimeType = IMAGE.exec(String(headers['content-type'] ?? ''))?.[0]
    if (statusCode !== 200 || mimeType === undefined) {
      await body.dump()
      return null
    }
    const chunks: Buffer[] = []
    let lengthBytes = 0
    for await (const chunk of body as AsyncIterable<Buffer>) {
      lengthBytes += chunk.byteLength
      if (lengthBytes > MAX_MEDIA_BYTES) return null
      chunks.push(chunk)
    }
    return { mimeType, bytes: new Uint8Array(Buffer.concat(chunks)) }
  } catch {
    return null
  }
}
