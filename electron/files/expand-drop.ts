// Turns dropped paths into the files to upload: folders are walked, links and hidden files in them left out.
import { lstat, opendir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { RefusedFile } from '../../shared/ipc/contract.ts'

const MOST_DEPTH = 64

export type Expansion = { readonly files: readonly string[]; readonly refused: readonly RefusedFile[] }

/** Files in the order in which they were dropped; a folder's own in the order of their names. */
export async function expandDrop(paths: readonly string[]): Promise<Expansion> {
  const files: string[] = []
  const refused: RefusedFile[] = []
  const refuse = (path: string, code: 'folder-empty' | 'unreadable' | 'missing') => {
    refused.push({ name: basename(path) || path, problem: { code } })
  }

  async function walk(folder: string, depth: number): Promise<number> {
    if (depth > MOST_DEPTH) return 0
    let found = 0
    for (const entry of await namesIn(folder)) {
      const path = join(folder, entry.name)
      if (entry.isFile) {
        files.push(path)
        found += 1
      } else
        found += await walk(path, depth + 1).catch(() => {
          refuse(path, 'unreadable')
          return 0
        })
    }
    return found
  }

  for (const path of paths) {
    try {
      if (!(await lstat(path)).isDirectory()) files.push(path)
      else if ((await walk(path, 0)) === 0) refuse(path, 'folder-empty')
    } catch (error) {
      refuse(path, (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'missing' : 'unreadable')
    }
  }
  return { files, refused }
}

/** Regular files with folders; links are not followed, so a loop cannot arise. */
async function namesIn(folder: string) {
  const found: { name: string; isFile: boolean }[] = []
  for await (const entry of await opendir(folder)) {
    const isWanted = entry.isFile() || entry.isDirectory()
    if (isWanted && !entry.name.startsWith('.')) found.push({ name: entry.name, isFile: entry.isFile() })
  }
  return found.sort((a, b) => a.name.localeCompare(b.name, undefined, { numeric: true }))
}
