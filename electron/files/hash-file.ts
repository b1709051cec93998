// Reads a local file once more for its hash, if it is still the file that was looked at.
import { createHash } from 'node:crypto'
import { identityOf, isSameFile, type FileIdentity } from './file-identity.ts'
import { openFile } from './open-file.ts'

/** Hex SHA-256 of the whole content; null when the file is gone, unreadable, or changed before or meanwhile. */
export async function hashFile(
  path: string,
  identity: FileIdentity,
  signal: AbortSignal,
): Promise<string | null> {
  try {
    const opened = await openFile(path)
    try {
      if (!isSameFile(opened.identity, identity)) return null
      const hash = createHash('sha256')
      const stream = opened.handle.createReadStream({ autoClose: false, signal, start: 0 })
      for await (const chunk of stream as AsyncIterable<Buffer>) hash.update(chunk)
      const after = identityOf(await opened.handle.stat({ bigint: true }))
      return isSameFile(after, identity) ? hash.digest('hex') : null
    } finally {
      await opened.handle.close()
    }
  } catch {
    return null
  }
}
