// Fills a cache folder so that several processes can do it at the same time.
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/**
 * The folder appears whole or not at all: it is filled beside its place, then renamed. The slower of two
 * processes drops its own copy.
 * @param {string} folder @param {(draft: string) => Promise<void>} fill
 */
export async function buildFolderOnce(folder, fill) {
  if (existsSync(folder)) return
  await mkdir(dirname(folder), { recursive: true })
  const draft = await mkdtemp(join(dirname(folder), '.draft-'))
  try {
    await fill(draft)
    await rename(draft, folder)
  } catch (error) {
    if (!existsSync(folder)) throw error
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
}
