// Tells whether a file is still the one that was looked at: same node, size and times.
import type { BigIntStats } from 'node:fs'
import { z } from 'zod'

/** Numbers as text, since inode numbers and nanoseconds do not fit a double. */
export const fileIdentitySchema = z
  .object({
    device: z.string(),
    inode: z.string(),
    sizeBytes: z.string(),
    modifiedAtNs: z.string(),
    /** Of the inode (ctime), which nobody can set back; null in what an older Wharf wrote. */
    changedAtNs: z.string().nullable().default(null),
  })
  .readonly()
export type FileIdentity = z.infer<typeof fileIdentitySchema>

export function identityOf(stats: BigIntStats): FileIdentity {
  return {
    device: String(stats.dev),
    inode: String(stats.ino),
    sizeBytes: String(stats.size),
    modifiedAtNs: String(stats.mtimeNs),
    changedAtNs: String(stats.ctimeNs),
  }
}

/**
 * Good enough where the content is read anyway. The inode's own time stays out: a rename, a chmod or the removal of
 * the name moves it, and none of them changes what is sent.
 */
export function isSameFile(a: FileIdentity, b: FileIdentity): boolean {
  return isSameNode(a, b) && a.sizeBytes === b.sizeBytes && a.modifiedAtNs === b.modifiedAtNs
}

/**
 * Good enough to trust what was read before without reading it again: a file that was rewritten and had its
 * modification time set back still has another time of the inode.
 */
export function isUntouched(a: FileIdentity, b: FileIdentity): boolean {
  return isSameFile(a, b) && a.changedAtNs !== null && a.changedAtNs === b.changedAtNs
}

/** False: another file has taken its place. */
export function isSameNode(a: FileIdentity, b: FileIdentity): boolean {
  return a.device === b.device && a.inode === b.inode
}
