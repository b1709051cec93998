// Tells when an asset's end at its provider is worth a warning.

/** Time enough to upload a file again after a weekend. */
export const EXPIRES_SOON_MS = 3 * 24 * 3_600_000

/** null: nothing is said of an end, or it is far off. */
export function expiryOf(expiresAtMs: number | null, nowMs: number): 'soon' | 'past' | null {
  if (expiresAtMs === null || expiresAtMs > nowMs + EXPIRES_SOON_MS) return null
  return expiresAtMs > nowMs ? 'soon' : 'past'
}
