// Streams a file from its descriptor at the speed of the link, hashing what it hands out.
import { createHash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import { performance } from 'node:perf_hooks'
import { failure, WharfError } from '../../shared/errors.ts'
import { BUFFER_BYTES, type BufferPool } from './buffer-pool.ts'
import type { UploadBody } from './upload-body.ts'

// A write below the socket's high-water mark does not wait for drain, and waiting is what makes reuse safe.
const MIN_CHUNK_BYTES = 128 * 1024
const FAST_CHUNK_MS = 50
const SLOW_CHUNK_MS = 1000

export type FileBody = UploadBody & {
  /** Hex digest of all bytes; null until the last one was handed over. */
  readonly sha256: () => string | null
}

type Options = {
  /** Open for reading; stays the caller's, who closes it after the upload ended. */
  readonly handle: FileHandle
  readonly lengthBytes: number
  readonly pool: BufferPool
  readonly onProgress?: (sentBytes: number) => void
  /** False measures the stream alone (bench); the app always hashes. */
  readonly hashing?: boolean
}

/** Reads exactly `lengthBytes`; throws `file-changed` (the request is then aborted) if the file ends earlier. */
export function createFileBody({ handle, lengthBytes, pool, onProgress, hashing = true }: Options): FileBody {
  const hash = hashing ? createHash('sha256') : null
  let handedBytes = 0
  let digest: string | null = null

  async function* chunks() {
    const buffers = [pool.take(), pool.take(), pool.take()] as const
    let turn = 0
    let position = 0
    let chunkBytes = MIN_CHUNK_BYTES
    let reading: Promise<Buffer> | null = null

    const readNext = () => {
      const buffer = buffers[turn++ % 3] as Buffer
      const wanted = Math.min(chunkBytes, lengthBytes - position)
      const at = position
      position += wanted
      const read = readFully(handle, buffer, wanted, at)
      // The failure is thrown where the chunk is awaited; until then it must not count as unhandled.
      read.catch(() => undefined)
      return read
    }

    try {
      if (lengthBytes > 0) reading = readNext()
      while (reading) {
        const chunk: Buffer = await reading
        reading = position < lengthBytes ? readNext() : null
        hash?.update(chunk)
        handedBytes += chunk.byteLength
        const handedAt = performance.now()
        // A short write is not waited for: only the last chunk can be one, and it must outlive the buffers.
        yield chunk.byteLength < MIN_CHUNK_BYTES ? Buffer.from(chunk) : chunk
        chunkBytes = nextChunkBytes(chunkBytes, performance.now() - handedAt)
        onProgress?.(handedBytes)
      }
    } finally {
      // After an abort the kernel may still be filling a buffer: it is given on only when that read has ended.
      if (reading) await reading.catch(() => undefined)
      buffers.forEach((buffer) => {
        pool.give(buffer)
      })
    }
  }

  return {
    lengthBytes,
    chunks,
    isHandedOver: () => handedBytes === lengthBytes,
    sha256: () => {
      if (hash && handedBytes === lengthBytes) digest ??= hash.digest('hex')
      return digest
    },
  }
}

async function readFully(handle: FileHandle, buffer: Buffer, wanted: number, position: number) {
  let filled = 0
  while (filled < wanted) {
    const { bytesRead } = await handle.read(buffer, filled, wanted - filled, position + filled)
    if (bytesRead === 0) throw new WharfError(failure('file-changed', 'unknown'))
    filled += bytesRead
  }
  return buffer.subarray(0, wanted)
}

/** Larger chunks on a fast link, smaller ones where a chunk would take seconds to drain. */
function nextChunkBytes(current: number, drainedInMs: number): number {
  if (drainedInMs < FAST_CHUNK_MS) return Math.min(current * 2, BUFFER_BYTES)
  if (drainedInMs > SLOW_CHUNK_MS) return Math.max(current / 2, MIN_CHUNK_BYTES)
  return current
}
