// Decides what an API key is worth in the sandbox.

const LIMITED_REQUESTS = 5
const LIMITED_WINDOW_MS = 10_000

export type KeyVerdict = 'accepted' | 'refused' | 'rate-limited'

export type KeyCheck = (key: string | null, nowMs: number) => KeyVerdict

/**
 * Any key that starts with `sandbox-` is good, except that `sandbox-revoked…` is always refused and each
 * `sandbox-limited…` may make 5 requests in any 10 seconds.
 */
export function createKeyCheck(): KeyCheck {
  const grantedAtMs = new Map<string, readonly number[]>()

  return (key, nowMs) => {
    if (key?.startsWith('sandbox-') !== true || key.startsWith('sandbox-revoked')) return 'refused'
    if (!key.startsWith('sandbox-limited')) return 'accepted'
    const recent = (grantedAtMs.get(key) ?? []).filter((atMs) => nowMs - atMs < LIMITED_WINDOW_MS)
    if (recent.length >= LIMITED_REQUESTS) return 'rate-limited'
    grantedAtMs.set(key, [...recent, nowMs])
    return 'accepted'
  }
}
