// Writes a file that is there in full, or not at all.
import { randomUUID } from 'node:crypto'
import { open, rename, rm, stat, type FileHandle } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { failure, WharfError, type ErrorCode } from '../../shared/errors.ts'

export type WrittenFile = { readonly fileName: string; readonly sizeBytes: number }

type Options = {
  readonly signal: AbortSignal
  /** Opens a file that must not exist yet. */
  readonly create?: (path: string) => Promise<FileHandle>
}

const NO_ROOM: ReadonlySet<unknown> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG'])

/**
 * Puts it beside its place first. Throws `disk-full`, `export-unwritable`, or the signal's reason; whatever was at
 * `path` before is still there then.
 */
export async function writeWholeFile(
  path: string,
  pieces: AsyncIterable<string>,
  { signal, create = (beside) => open(beside, 'wx') }: Options,
): Promise<WrittenFile> {
  const beside = join(dirname(path), `.${basename(path).slice(0, 100)}.${randomUUID()}.part`)
  try {
    const file = await onDisk(create(beside))
    try {
      for await (const piece of pieces) {
        signal.throwIfAborted()
        await onDisk(file.writeFile(piece))
      }
      signal.throwIfAborted()
      await onDisk(file.sync())
    } finally {
      await onDisk(file.close())
    }
    const { size } = await onDisk(stat(beside))
    await onDisk(rename(beside, path))
    return { fileName: basename(path), sizeBytes: size }
  } catch (error) {
    await rm(beside, { force: true })
    throw error
  }
}

async function onDisk<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    const code: ErrorCode = NO_ROOM.has((error as NodeJS.ErrnoException).code)
      ? 'disk-full'
      : 'export-unwritable'
    throw new WharfError(failure(code, 'not-sent'), { cause: error })
  }
}
