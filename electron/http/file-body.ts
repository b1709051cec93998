// Streams a file from its descriptor at the speed of the link, hashing what it hands out.
import { createHash } from 'node:crypto'
import type { FileHandle } from 'node:fs/promises'
import { performance } from 'node:perf_hooks'
import { failure, WharfError } from '../../shared/errors.ts'
import { fileTroubleOf } from '../../shared/file-trouble.ts'
import { BUFFER_BYTES, type BufferPool } from './buffer-pool.ts'
import type { Turn, UploadBody } from './upload-body.ts'

// A write below the socket's high-water mark does not wait for drain, and waiting is what makes reuse safe.
const MIN_CHUNK_BYTES = 128 * 1024
/** One on the socket, two being filled: no write waits for the disk. */
const MOST_BUFFERS = 3
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
  /** False where the hash is known already. */
  readonly hashing?: boolean
}

/** Reads exactly `lengthBytes`; throws `file-changed` (the request is then aborted) if the file ends earlier. */
export function createFileBody({ handle, lengthBytes, pool, onProgress, hashing = true }: Options): FileBody {
  const hash = hashing ? createHash('sha256') : null
  let handedBytes = 0
  let digest: string | null = null

  async function* chunks(turn?: Turn) {
    const buffers: Buffer[] = []
    const free: Buffer[] = []
    const filling: { readonly buffer: Buffer; readonly read: Promise<Buffer> }[] = []
    let position = 0
    let chunkBytes = MIN_CHUNK_BYTES

    const takeBuffer = () => {
      if (free.length > 0 || buffers.length === MOST_BUFFERS) return free.pop()
      const buffer = pool.take()
      buffers.push(buffer)
      return buffer
    }
    const readAhead = () => {
      while (position < lengthBytes) {
        const buffer = takeBuffer()
        if (!buffer) return
        const wanted = Math.min(chunkBytes, lengthBytes - position)
        const read = readFully(handle, buffer, wanted, position)
        position += wanted
        // The failure is thrown where the chunk is awaited; until then it must not count as unhandled.
        read.catch(() => undefined)
        filling.push({ buffer, read })
      }
    }

    try {
      readAhead()
      for (let next = filling.shift(); next; next = filling.shift()) {
        const chunk = await next.read
        const handedAt = performance.now()
        const wait = turn?.(chunk.byteLength)
        if (wait) await wait
        hash?.update(chunk)
        handedBytes += chunk.byteLength
        // A short write is not waited for: only the last chunk can be one, and it must outlive the buffers.
        yield chunk.byteLength < MIN_CHUNK_BYTES ? Buffer.from(chunk) : chunk
        chunkBytes = nextChunkBytes(chunkBytes, performance.now() - handedAt)
        onProgress?.(handedBytes)
        free.push(next.buffer)
        readAhead()
      }
    } finally {
      // After an abort the kernel may still be filling buffers: they are given on only when those reads have ended.
      if (filling.length > 0) await Promise.allSettled(filling.map(({ read }) => read))
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
    const { bytesRead } = await handle
      .read(buffer, filled, wanted - filled, position + filled)
      .catch((error: unknown) => {
        throw new WharfError(failure(`file-${fileTroubleOf(error)}`, 'unknown'), { cause: error })
      })
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
