// Moves an unreadable file out of the way under a name that tells what it was.
import { existsSync, renameSync } from 'node:fs'
import { basename } from 'node:path'

/** What SQLite keeps beside a database belongs to it. */
const COMPANIONS = ['', '-wal', '-shm']

/** Returns the new file name (no path). Nothing is deleted or overwritten. */
export function setAside(path: string, nowMs: number): string {
  const stamp = new Date(nowMs).toISOString().replace(/[:.]/g, '-')
  const target = `${path}.damaged-${stamp}`
  for (const companion of COMPANIONS)
    if (existsSync(path + companion)) renameSync(path + companion, target + companion)
  return basename(target)
}
