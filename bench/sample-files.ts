// Files of bytes that do not compress, all different, for uploads to read from the page cache.
import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { open, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const BLOCK_BYTES = 16 * 1024 * 1024
/** What makes a file pass for a film. */
const HEAD = Buffer.from('\x00\x00\x00\x18ftypisom\x00\x00\x02\x00isomiso2', 'latin1')

export async function writeLargeFile(path: string, sizeBytes: number): Promise<void> {
  const block = randomBytes(BLOCK_BYTES)
  HEAD.copy(block)
  const file = await open(path, 'w')
  for (let left = sizeBytes; left > 0; left -= BLOCK_BYTES)
    await file.write(block.subarray(0, Math.min(left, BLOCK_BYTES)))
  await file.close()
}

/** Their paths. */
export async function writeFiles(folder: string, count: number, sizeBytes: number): Promise<string[]> {
  mkdirSync(folder, { recursive: true })
  const content = randomBytes(sizeBytes)
  HEAD.copy(content)
  const paths: string[] = []
  for (let index = 0; index < count; index += 1) {
    content.writeUInt32LE(index, HEAD.byteLength)
    const path = join(folder, `clip-${index}.mp4`)
    await writeFile(path, content)
    paths.push(path)
  }
  return paths
}
