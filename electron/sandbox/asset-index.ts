// The append-only index of one provider's assets: one JSON line for each arrival or removal.
import { open, readFile } from 'node:fs/promises'

export type StoredAsset = {
  /** Grows with every arrival, never reused, also not after a removal. */
  readonly seq: number
  readonly id: string
  /** The name of its file in the blob folder: ours, never the client's. */
  readonly blobName: string
  /** As the request named it; absent where a request names no file. */
  readonly fileName?: string
  readonly contentType: string
  readonly sizeBytes: number
  readonly sha256: string
  readonly width: number | null
  readonly height: number | null
  /** The folder, project or group; null = none. */
  readonly containerId: string | null
  readonly createdAtMs: number
  /** What only this provider hands out, such as an image key. */
  readonly extra: Readonly<Record<string, string>>
}

type IndexLine = { readonly added: StoredAsset } | { readonly removed: string }

export type AssetIndex = {
  /** Oldest first. */
  readonly assets: () => readonly StoredAsset[]
  readonly find: (id: string) => StoredAsset | null
  /** Rejects on a disk error, and then nothing was added. */
  readonly add: (asset: Omit<StoredAsset, 'seq'>) => Promise<StoredAsset>
  /** The asset that was removed; null if there was none of that id. */
  readonly remove: (id: string) => Promise<StoredAsset | null>
  readonly close: () => Promise<void>
}

/** Reads the index at `path`, or begins one. Drops a last line without an end: a write that was cut off. */
export async function openAssetIndex(path: string): Promise<AssetIndex> {
  const file = await open(path, 'a', 0o600)
  const text = await readFile(path, 'utf8')
  const wholeText = text.slice(0, text.lastIndexOf('\n') + 1)
  let goodBytes = Buffer.byteLength(wholeText)
  await file.truncate(goodBytes)

  const byId = new Map<string, StoredAsset>()
  let lastSeq = 0
  for (const text of wholeText.split('\n')) {
    const line = parseLine(text)
    if (line === null) continue
    if ('added' in line) {
      byId.set(line.added.id, line.added)
      lastSeq = Math.max(lastSeq, line.added.seq)
    } else byId.delete(line.removed)
  }

  let lastTurn: Promise<unknown> = Promise.resolve()
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = lastTurn.then(work)
    lastTurn = turn.catch(() => null)
    return turn
  }

  async function append(line: IndexLine): Promise<void> {
    const bytes = Buffer.from(`${JSON.stringify(line)}\n`)
    try {
      await file.appendFile(bytes)
    } catch (error) {
      // Half a line would swallow the next one.
      await file.truncate(goodBytes)
      throw error
    }
    goodBytes += bytes.length
  }

  // A Map keeps the order of arrival, which is the order of seq.
  let ordered: readonly StoredAsset[] | null = null

  return {
    assets: () => (ordered ??= [...byId.values()]),
    find: (id) => byId.get(id) ?? null,
    add: (asset) =>
      inTurn(async () => {
        const stored: StoredAsset = { seq: lastSeq + 1, ...asset }
        await append({ added: stored })
        lastSeq = stored.seq
        byId.set(stored.id, stored)
        ordered = null
        return stored
      }),
    remove: (id) =>
      inTurn(async () => {
        const stored = byId.get(id)
        if (stored === undefined) return null
        await append({ removed: id })
        byId.delete(id)
        ordered = null
        return stored
      }),
    close: () => inTurn(() => file.close()),
  }
}

function parseLine(text: string): IndexLine | null {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return null
  }
  if (typeof value !== 'object' || value === null) return null
  if ('removed' in value && typeof value.removed === 'string') return { removed: value.removed }
  if ('added' in value && isStoredAsset(value.added)) return { added: value.added }
  return null
}

function isStoredAsset(value: unknown): value is StoredAsset {
  if (typeof value !== 'object' || value === null) return false
  const fields = value as Partial<Record<keyof StoredAsset, unknown>>
  return (
    Number.isSafeInteger(fields.seq) &&
    typeof fields.id === 'string' &&
    typeof fields.blobName === 'string' &&
    /^[0-9a-f]{32}$/.test(fields.blobName) &&
    typeof fields.contentType === 'string' &&
    typeof fields.sizeBytes === 'number' &&
    typeof fields.createdAtMs === 'number' &&
    typeof fields.extra === 'object'
  )
}
