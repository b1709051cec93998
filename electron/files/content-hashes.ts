// Remembers the hashes of files that were read, so that none is read twice for its hash.
import { isUntouched, type FileIdentity } from './file-identity.ts'
import { hashFile } from './hash-file.ts'

export type ContentHashes = {
  /** Hex SHA-256 of the file as it was looked at; null when it has changed since or cannot be read. */
  readonly of: (path: string, identity: FileIdentity, signal: AbortSignal) => Promise<string | null>
  /** What `of` would answer without reading anything. */
  readonly known: (identity: FileIdentity) => string | null
  readonly note: (identity: FileIdentity, sha256: string) => void
}

const MOST_KEPT = 50_000

export function createContentHashes(): ContentHashes {
  const kept = new Map<string, { readonly identity: FileIdentity; readonly sha256: string }>()
  const reading = new Map<string, Promise<string | null>>()
  const nodeOf = ({ device, inode }: FileIdentity) => `${device}:${inode}`

  const known = (identity: FileIdentity) => {
    const entry = kept.get(nodeOf(identity))
    return entry && isUntouched(entry.identity, identity) ? entry.sha256 : null
  }
  const note = (identity: FileIdentity, sha256: string) => {
    kept.delete(nodeOf(identity))
    kept.set(nodeOf(identity), { identity, sha256 })
    if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value ?? '')
  }
  return {
    known,
    note,
    of: async (path, identity, signal) => {
      const sha256 = known(identity)
      if (sha256 !== null) return sha256
      const key = JSON.stringify([path, identity])
      const begun = reading.get(key)
      if (begun) {
        const shared = await begun
        // Whoever began it may have given it up.
        if (shared !== null || signal.aborted) return shared
      }
      const read = hashFile(path, identity, signal).finally(() => reading.delete(key))
      reading.set(key, read)
      const found = await read
      if (found !== null) note(identity, found)
      return found
    },
  }
}
