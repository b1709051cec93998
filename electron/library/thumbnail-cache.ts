// Keeps thumbnails on disk up to a size, the least recently seen going first.
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readThumbnail } from '../../shared/thumbnail-format.ts'

export const THUMBNAIL_LIMIT_BYTES = 256 * 1024 * 1024
/** Room is made for a while, not for one file at a time. */
const KEPT_SHARE = 0.9
/** How exactly the order of use outlives the run. */
const TOUCH_EVERY_MS = 3600_000
const NAME = /^[0-9a-f]{64}$/

export type ThumbnailCache = {
  /** `key`: 64 hex digits. A file that was damaged meanwhile is dropped, and counts as absent. */
  readonly find: (key: string) => Promise<Uint8Array<ArrayBuffer> | null>
  /** Throws `TypeError` for what is no thumbnail. */
  readonly keep: (key: string, bytes: Uint8Array) => Promise<void>
  readonly usage: () => Promise<{ readonly count: number; readonly sizeBytes: number }>
}

type Options = {
  readonly folder: string
  readonly nowMs: () => number
  readonly limitBytes?: number
}

type Entry = { readonly sizeBytes: number; readonly usedAtMs: number }

export function createThumbnailCache({
  folder,
  nowMs,
  limitBytes = THUMBNAIL_LIMIT_BYTES,
}: Options): ThumbnailCache {
  let reading: Promise<Map<string, Entry>> | null = null
  let totalBytes = 0

  /** In the order of use, the oldest first. */
  const opened = () => (reading ??= readFolder())
  async function readFolder(): Promise<Map<string, Entry>> {
    await mkdir(folder, { recursive: true })
    const found: (readonly [string, Entry])[] = []
    for (const name of await readdir(folder)) {
      if (!NAME.test(name)) {
        // Cut off while it was written.
        await rm(join(folder, name), { force: true, recursive: true })
        continue
      }
      const { size, mtimeMs } = await stat(join(folder, name))
      totalBytes += size
      found.push([name, { sizeBytes: size, usedAtMs: mtimeMs }])
    }
    return new Map(found.sort(([, a], [, b]) => a.usedAtMs - b.usedAtMs))
  }

  const forget = (entries: Map<string, Entry>, key: string) => {
    totalBytes -= entries.get(key)?.sizeBytes ?? 0
    entries.delete(key)
  }
  const drop = async (entries: Map<string, Entry>, key: string) => {
    forget(entries, key)
    await rm(join(folder, key), { force: true })
  }

  return {
    find: async (key) => {
      const entries = await opened()
      const entry = entries.get(key)
      if (!entry) return null
      const bytes = await readFile(join(folder, key)).catch(() => null)
      if (!bytes || !readThumbnail(bytes)) {
        await drop(entries, key)
        return null
      }
      const isStale = nowMs() - entry.usedAtMs > TOUCH_EVERY_MS
      const usedAtMs = isStale ? nowMs() : entry.usedAtMs
      entries.delete(key)
      entries.set(key, { ...entry, usedAtMs })
      // Only the order after a restart depends on it.
      if (isStale) await utimes(join(folder, key), usedAtMs / 1000, usedAtMs / 1000).catch(() => undefined)
      return new Uint8Array(bytes)
    },
    keep: async (key, bytes) => {
      if (!NAME.test(key) || !readThumbnail(bytes)) throw new TypeError('Not a thumbnail')
      const entries = await opened()
      const path = join(folder, key)
      // The folder may have been emptied by hand.
      await mkdir(folder, { recursive: true })
      await writeFile(`${path}.new`, bytes)
      await rename(`${path}.new`, path)
      forget(entries, key)
      entries.set(key, { sizeBytes: bytes.byteLength, usedAtMs: nowMs() })
      totalBytes += bytes.byteLength
      if (totalBytes <= limitBytes) return
      for (const oldest of [...entries.keys()]) {
        if (totalBytes <= limitBytes * KEPT_SHARE) break
        await drop(entries, oldest)
      }
    },
    usage: async () => ({ count: (await opened()).size, sizeBytes: totalBytes }),
  }
}
