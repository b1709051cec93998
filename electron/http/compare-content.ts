// Compares what a provider serves at an address with a file: no key is sent, no redirect followed, no more than due read.
import { createHash } from 'node:crypto'
import { request } from 'undici'

export type Comparison = 'same' | 'different' | 'unknown'

/** `unknown` when the bytes cannot be had. Who serves something made anew from a file makes it `different`. */
export async function compareContent(
  url: string,
  file: { readonly sizeBytes: number; readonly sha256: string },
  signal: AbortSignal,
): Promise<Comparison> {
  try {
    const { statusCode, body } = await request(url, { headersTimeout: 15_000, bodyTimeout: 10_000, signal })
    if (statusCode !== 200) {
      await body.dump()
      return 'unknown'
    }
    const hash = createHash('sha256')
    let lengthBytes = 0
    for await (const chunk of body as AsyncIterable<Buffer>) {
      lengthBytes += chunk.byteLength
      if (lengthBytes > file.sizeBytes) return 'different'
      hash.update(chunk)
    }
    return hash.digest('hex') === file.sha256 ? 'same' : 'different'
  } catch {
    return 'unknown'
  }
}
