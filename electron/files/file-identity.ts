// Tells whether a file is still the one that was looked at: same node, size and times.
import type { BigIntStats } from 'node:fs'
import { z } from 'zod'

/** Numbers as text, since inode numbers and nanoseconds do not fit a double. */
export const fileIdentitySchema = z
  .object({ device: z.string(), inode: z.string(), sizeBytes: z.string(), modifiedAtNs: z.string() })
  .readonly()
export type FileIdentity = z.infer<typeof fileIdentitySchema>

export function identityOf(stats: BigIntStats): FileIdentity {
  return {
    device: String(stats.dev),
    inode: String(stats.ino),
    sizeBytes: String(stats.size),
    modifiedAtNs: String(stats.mtimeNs),
  }
}

export function isSameFile(a: FileIdentity, b: FileIdentity): boolean {
  return (
    a.device === b.device &&
    a.inode === b.inode &&
    a.sizeBytes === b.sizeBytes &&
    a.modifiedAtNs === b.modifiedAtNs
  )
}
