// Reads the beginning of a file: enough to know its type, all of it where it is small.
import { createHash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'

const HEAD_BYTES = 4100

export type FileHead = {
  readonly bytes: Buffer
  /** Hex digest of these bytes; that of the whole content where the file is no longer than this. */
  readonly sha256: string
}

export async function readHead(handle: FileHandle): Promise<FileHead> {
  const buffer = Buffer.alloc(HEAD_BYTES)
  const { bytesRead } = await handle.read(buffer, 0, HEAD_BYTES, 0)
  const bytes = buffer.subarray(0, bytesRead)
  return { bytes, sha256: createHash('sha256').update(bytes).digest('hex') }
}
