// Looks at one local file: its facts, its identity, or what is wrong with it.
import { lstat } from 'node:fs/promises'
import { basename } from 'node:path'
import { WharfError } from '../../shared/errors.ts'
import type { FileFacts } from '../../shared/model/file-facts.ts'
import type { Problem } from '../../shared/preflight.ts'
import type { FileIdentity } from './file-identity.ts'
import { fileTroubleOf } from '../../shared/file-trouble.ts'
import { openFile } from './open-file.ts'
import { readHead } from './read-head.ts'
import { sniffType } from './sniff-type.ts'

export type InspectedFile = {
  readonly facts: FileFacts
  readonly identity: FileIdentity
  /** Of its first bytes; files of different heads differ. */
  readonly headSha256: string
  /** null: the file is longer than its head. */
  readonly sha256: string | null
}
export type Inspection =
  ({ readonly ok: true } & InspectedFile) | { readonly ok: false; readonly problem: Problem }
type DiskProblem = Exclude<Problem['code'], 'type' | 'size'>

const refused = (code: DiskProblem): Inspection => ({ ok: false, problem: { code } })

/** Never throws for what a disk can do; the file is open only while it is looked at. */
export async function inspect(path: string): Promise<Inspection> {
  try {
    // Told apart before opening, since opening a socket or a device fails with codes of its own.
    const stats = await lstat(path)
    if (stats.isSymbolicLink()) return refused('link')
    if (!stats.isFile()) return refused('not-a-file')
    const { handle, identity, sizeBytes } = await openFile(path)
    try {
      const head = await readHead(handle)
      // What a system makes up while it is read (/proc) has no size, and no bytes to come back to.
      if (head.bytes.byteLength > sizeBytes) return refused('not-a-file')
      const mimeType = await sniffType(head.bytes, path)
      const modifiedAtMs = Number(BigInt(identity.modifiedAtNs) / 1_000_000n)
      return {
        ok: true,
        identity,
        facts: { name: basename(path), sizeBytes, modifiedAtMs, mimeType },
        headSha256: head.sha256,
        sha256: head.bytes.byteLength === sizeBytes ? head.sha256 : null,
      }
    } finally {
      await handle.close()
    }
  } catch (error) {
    return refused(problemOf(error, basename(path)))
  }
}

function problemOf(error: unknown, name: string): DiskProblem {
  if (error instanceof WharfError && error.cause === undefined) return 'not-a-file'
  const trouble = fileTroubleOf(error instanceof WharfError ? error.cause : error)
  if (trouble === 'replaced') return 'not-a-file'
  // Where Node cannot read a name as text it puts this character, and then finds no file of that name.
  return trouble === 'missing' && name.includes('\uFFFD') ? 'name' : trouble
}
