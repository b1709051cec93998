// A large file of bytes that do not compress, for uploads to read from the page cache.
import { randomBytes } from 'node:crypto'
import { open } from 'node:fs/promises'

const BLOCK_BYTES = 16 * 1024 * 1024

export async function writeLargeFile(path: string, sizeBytes: number): Promise<void> {
  const block = randomBytes(BLOCK_BYTES)
  const file = await open(path, 'w')
  for (let left = sizeBytes; left > 0; left -= BLOCK_BYTES)
    await file.write(block.subarray(0, Math.min(left, BLOCK_BYTES)))
  await file.close()
}
