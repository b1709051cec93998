// A buffer pool for tests that overwrites what it gets back, as the next upload would, then counts what is out.
import { createBufferPool, type BufferPool } from './buffer-pool.ts'

export type ScribblingPool = BufferPool & { readonly outCount: () => number }

export function createScribblingPool(): ScribblingPool {
  const pool = createBufferPool()
  const out = new Set<Buffer>()
  return {
    take: () => {
      const buffer = pool.take()
      out.add(buffer)
      return buffer
    },
    give: (buffer) => {
      if (!out.delete(buffer)) throw new Error('A buffer was given back that was not out')
      buffer.fill(0xee)
      pool.give(buffer)
    },
    outCount: () => out.size,
  }
}
