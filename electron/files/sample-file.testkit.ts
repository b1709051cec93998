// Gives a test a file on the disk, with the digest of what is in it.
import { createHash, randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { temporaryFolder } from '../sandbox/sandbox.testkit.ts'

export type SampleFile = { readonly path: string; readonly bytes: Buffer; readonly sha256: string }

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** In a temporary folder of its own, unless told; gone when the test is over. */
export async function sampleFile(
  content: number | Buffer,
  { name = 'sample.bin', folder }: { readonly name?: string; readonly folder?: string } = {},
): Promise<SampleFile> {
  const bytes = typeof content === 'number' ? randomBytes(content) : content
  const path = join(folder ?? (await temporaryFolder()), name)
  await writeFile(path, bytes)
  return { path, bytes, sha256: sha256Of(bytes) }
}
