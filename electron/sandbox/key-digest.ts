// Tells API keys apart without keeping them.
import { createHash } from 'node:crypto'

/** The first 12 hex digits of the key's sha256. */
export function keyDigest(apiKey: string): string {
  return createHash('sha256').update(apiKey).digest('hex').slice(0, 12)
}
