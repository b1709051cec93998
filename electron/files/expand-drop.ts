// Turns dropped paths into the files to upload: folders are walked, links and hidden files in them left out.
import { lstat, opendir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { LeftOut, RefusedFile } from '../../shared/model/intake.ts'
import { fileTroubleOf } from '../../shared/file-trouble.ts'

const MOST_DEPTH = 64
const LOOKS_AT_ONCE = 64

export type Expansion = {
  readonly files: readonly string[]
  readonly refused: readonly RefusedFile[]
  /** What the walk of folders passed over by rule. */
  readonly leftOut: LeftOut
}
type WalkProblem = 'folder-empty' | 'too-deep' | 'loop' | ReturnType<typeof folderTroubleOf>
type Options = { readonly signal?: AbortSignal; readonly onFound?: (fileCount: number) => void }

/**
 * Files in the order in which they were dropped; a folder's own in the order of their names. Rejects with the
 * signal's reason when it is aborted.
 */
export async function expandDrop(
  paths: readonly string[],
  { signal, onFound }: Options = {},
): Promise<Expansion> {
  const files: string[] = []
  const refused: RefusedFile[] = []
  const leftOut = { hiddenCount: 0, linkCount: 0 }
  const refuse = (path: string, code: WalkProblem) => {
    refused.push({ name: basename(path) || path, problem: { code } })
  }

  /** False: there was nothing in it, and nothing has been said about that. */
  async function walk(folder: string, above: readonly string[]): Promise<boolean> {
    signal?.throwIfAborted()
    const { dev, ino } = await lstat(folder, { bigint: true })
    const here = `${String(dev)}:${String(ino)}`
    const problem = above.includes(here) ? 'loop' : above.length > MOST_DEPTH ? 'too-deep' : null
    if (problem !== null) {
      refuse(folder, problem)
      return true
    }
    let hasFound = false
    for (const entry of await entriesOf(folder, leftOut)) {
      const path = join(folder, entry.name)
      if (entry.isFile) {
        files.push(path)
        hasFound = true
      } else hasFound = (await tryWalk(path, [...above, here])) || hasFound
    }
    onFound?.(files.length)
    return hasFound
  }

  async function tryWalk(folder: string, above: readonly string[]): Promise<boolean> {
    try {
      return await walk(folder, above)
    } catch (error) {
      signal?.throwIfAborted()
      refuse(folder, folderTroubleOf(error))
      return true
    }
  }

  for (let from = 0; from < paths.length; from += LOOKS_AT_ONCE) {
    const some = paths.slice(from, from + LOOKS_AT_ONCE)
    const areFolders = await Promise.all(some.map(isFolder))
    for (const [index, path] of some.entries())
      // What is no folder is looked at as a file, which says what is wrong with it.
      if (!areFolders[index]) files.push(path)
      else if (!(await tryWalk(path, []))) refuse(path, 'folder-empty')
  }
  onFound?.(files.length)
  return { files, refused, leftOut }
}

function isFolder(path: string): Promise<boolean> {
  return lstat(path).then(
    (stats) => stats.isDirectory(),
    () => false,
  )
}

function folderTroubleOf(error: unknown) {
  const trouble = fileTroubleOf(error)
  return trouble === 'replaced' ? 'missing' : trouble
}

/** Regular files with folders; what else there is gets counted. */
async function entriesOf(folder: string, leftOut: { hiddenCount: number; linkCount: number }) {
  const found: { name: string; isFile: boolean }[] = []
  for await (const entry of await opendir(folder)) {
    if (entry.name.startsWith('.')) leftOut.hiddenCount += 1
    else if (entry.isSymbolicLink()) leftOut.linkCount += 1
    else if (entry.isFile() || entry.isDirectory()) found.push({ name: entry.name, isFile: entry.isFile() })
  }
  return found.sort((a, b) => a.name.localeCompare(b.name, undefined, { numeric: true }))
}
