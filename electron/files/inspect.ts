// Looks at one local file: its facts, its identity, or what is wrong with it.
import { lstat } from 'node:fs/promises'
import { basename } from 'node:path'
import { WharfError } from '../../shared/errors.ts'
import type { FileFacts } from '../../shared/model/file-facts.ts'
import type { Problem } from '../../shared/preflight.ts'
import type { FileIdentity } from './file-identity.ts'
import { openFile } from './open-file.ts'
import { sniffType } from './sniff-type.ts'

export type Inspection =
  | { readonly ok: true; readonly facts: FileFacts; readonly identity: FileIdentity }
  | { readonly ok: false; readonly problem: Problem }

/** Never throws for what a disk can do; the file is open only while it is looked at. */
export async function inspect(path: string): Promise<Inspection> {
  try {
    // Told apart before opening, since opening a socket or a device fails with codes of its own.
    if (!(await lstat(path)).isFile()) return { ok: false, problem: { code: 'not-a-file' } }
    const { handle, identity, sizeBytes } = await openFile(path)
    try {
      const mimeType = await sniffType(handle, path)
      const modifiedAtMs = Number(BigInt(identity.modifiedAtNs) / 1_000_000n)
      return { ok: true, identity, facts: { name: basename(path), sizeBytes, modifiedAtMs, mimeType } }
    } finally {
      await handle.close()
    }
  } catch (error) {
    return { ok: false, problem: { code: isMissing(error) ? 'missing' : 'unreadable' } }
  }
}

function isMissing(error: unknown): boolean {
  if (error instanceof WharfError) return error.failure.code === 'file-missing'
  const { code } = error as NodeJS.ErrnoException
  return code === 'ENOENT' || code === 'ENOTDIR'
}
