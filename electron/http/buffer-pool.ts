// A pool of read buffers that uploads share, so that memory stays flat however many files go by.

export const BUFFER_BYTES = 1024 * 1024
const IDLE_BUFFERS_KEPT = 6

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
