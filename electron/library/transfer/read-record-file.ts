// Reads a file of the record piece by piece, so that its size does not matter.
import { open } from 'node:fs/promises'
import { TextDecoder } from 'node:util'
import { failure, WharfError } from '../../../shared/errors.ts'
import { formOf } from './record-formats.ts'
import type { ReadPart } from './record-reader.ts'

/** A hundred times the record of a year. */
const MOST_BYTES = 4 * 1024 ** 3
/** About twenty entries: what is worked through, and written, before the app does something else. */
const PIECE_BYTES = 16 * 1024

export type ReadPiece = {
  readonly parts: readonly ReadPart[]
  /** Of the whole file, from 0 to 1. */
  readonly share: number
}

/**
 * Throws `file-unreadable`, `record-file-too-large`, `record-file-invalid`, `record-file-newer`, or the signal's reason.
 */
export async function* readRecordFile(path: string, signal: AbortSignal): AsyncGenerator<ReadPiece, void> {
  const file = await readable(open(path, 'r'))
  try {
    const stats = await readable(file.stat())
    if (!stats.isFile()) throw new WharfError(failure('file-unreadable', 'not-sent'))
    if (stats.size > MOST_BYTES) throw new WharfError(failure('record-file-too-large', 'not-sent'))
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
    const buffer = Buffer.allocUnsafe(PIECE_BYTES)
    let form: ReturnType<typeof formOf> | null = null
    let reader: ReturnType<ReturnType<typeof formOf>['createReader']> | null = null
    let doneBytes = 0
    for (;;) {
      signal.throwIfAborted()
      const { bytesRead } = await readable(file.read(buffer, 0, PIECE_BYTES, null))
      doneBytes += bytesRead
      const text = decoded(decoder, buffer.subarray(0, bytesRead))
      form ??= formOf(text)
      reader ??= form.createReader()
      const share = stats.size === 0 ? 1 : Math.min(1, doneBytes / stats.size)
      yield { parts: [...reader.push(text), ...(bytesRead === 0 ? reader.end() : [])], share }
      if (bytesRead === 0) return
    }
  } finally {
    await file.close()
  }
}

/** Nothing more comes after an empty piece. */
function decoded(decoder: TextDecoder, bytes: Buffer): string {
  try {
    return decoder.decode(bytes, { stream: bytes.length > 0 })
  } catch (error) {
    throw new WharfError(failure('record-file-invalid', 'not-sent'), { cause: error })
  }
}

async function readable<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    throw new WharfError(failure('file-unreadable', 'not-sent'), { cause: error })
  }
}
