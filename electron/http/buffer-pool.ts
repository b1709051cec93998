// A pool of read buffers that uploads share, so that memory stays flat however many files go by.

export const BUFFER_BYTES = 1024 * 1024
/** What five uploads at once hold: with fewer, many small files would have buffers made and collected all the time. */
const IDLE_BUFFERS_KEPT = 15

export type BufferPool = {
  /** The caller owns the buffer until it gives it back; its content is whatever the last owner left. */
  readonly take: () => Buffer
  readonly give: (buffer: Buffer) => void
}

export function createBufferPool(): BufferPool {
  const idle: Buffer[] = []
  return {
    take: () => idle.pop() ?? Buffer.allocUnsafeSlow(BUFFER_BYTES),
    give: (buffer) => {
      if (idle.length < IDLE_BUFFERS_KEPT) idle.push(buffer)
    },
  }
}
