// Writes a stream to a new file while hashing it.
import { createHash } from 'node:crypto'
import { open, rm } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

const BUFFERED_BYTES = 2 * 1024 * 1024
/** Enough for the size of a picture behind a large colour profile. */
const HEAD_BYTES = 256 * 1024

export type BlobFacts = {
  readonly sizeBytes: number
  /** Lower-case hex. */
  readonly sha256: string
  /** The first bytes, for looking at what the file is. */
  readonly head: Buffer
}

/**
 * Creates `path` from everything `source` yields, in flat memory. On a disk error or a source that fails it
 * rejects, leaving no file behind; `source` is destroyed then.
 */
export async function writeBlobFile(path: string, source: Readable): Promise<BlobFacts> {
  const file = await open(path, 'wx', 0o600)
  const hash = createHash('sha256')
  const headChunks: Buffer[] = []
  let sizeBytes = 0

  async function append(chunks: readonly Buffer[]): Promise<void> {
    const expectedBytes = chunks.reduce((sum, chunk) => sum + chunk.length, 0)
    // Started before the hashing, so that the thread pool writes while this thread hashes.
    const writing = file.writev(chunks)
    for (const chunk of chunks) {
      hash.update(chunk)
      if (sizeBytes < HEAD_BYTES) headChunks.push(chunk)
      sizeBytes += chunk.length
    }
    const { bytesWritten } = await writing
    if (bytesWritten !== expectedBytes) throw new Error('The disk took only a part of a write')
  }

  const sink = new Writable({
    highWaterMark: BUFFERED_BYTES,
    write(chunk: Buffer, _encoding, done) {
      append([chunk]).then(() => {
        done()
      }, done)
    },
    writev(items, done) {
      append(items.map((item) => item.chunk as Buffer)).then(() => {
        done()
      }, done)
    },
  })

  try {
    await pipeline(source, sink)
  } catch (error) {
    await file.close()
    await rm(path, { force: true })
    throw error
  }
  await file.close()
  return { sizeBytes, sha256: hash.digest('hex'), head: Buffer.concat(headChunks).subarray(0, HEAD_BYTES) }
}
