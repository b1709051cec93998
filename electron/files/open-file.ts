// Opens a local file for reading, and only a regular one.
import { constants } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'
import { failure, WharfError } from '../../shared/errors.ts'
import { identityOf, type FileIdentity } from './file-identity.ts'
import { fileTroubleOf } from '../../shared/file-trouble.ts'

export type OpenFile = {
  readonly handle: FileHandle
  readonly identity: FileIdentity
  readonly sizeBytes: number
}

// A link is never followed here (a grant already holds the real path), and opening a FIFO never blocks.
const FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW || 0) | (constants.O_NONBLOCK || 0)

/** The caller owns the handle. Throws a failure about the file, named after its trouble, never with a path in it. */
export async function openFile(path: string): Promise<OpenFile> {
  let handle: FileHandle | null = null
  try {
    handle = await open(path, FLAGS)
    const stats = await handle.stat({ bigint: true })
    if (!stats.isFile()) throw new WharfError(failure('file-replaced', 'not-sent'))
    return { handle, identity: identityOf(stats), sizeBytes: Number(stats.size) }
  } catch (error) {
    await handle?.close()
    if (error instanceof WharfError) throw error
    throw new WharfError(failure(`file-${fileTroubleOf(error)}`, 'not-sent'), { cause: error })
  }
}
