// The opaque token behind which "older than this asset" is hidden from clients.

/** A token for the page after the asset with this sequence number; stays right when newer assets arrive. */
export function pageTokenAfter(seq: number): string {
  return Buffer.from(`before:${String(seq)}`).toString('base64url')
}

/** The sequence number inside a token; null if this sandbox never made such a token. */
export function readPageToken(token: string): number | null {
  const match = /^before:(\d{1,15})$/.exec(Buffer.from(token, 'base64url').toString('latin1'))
  if (match?.[1] === undefined) return null
  const seq = Number(match[1])
  // Node decodes base64 leniently, so only the exact spelling counts.
  return pageTokenAfter(seq) === token ? seq : null
}
