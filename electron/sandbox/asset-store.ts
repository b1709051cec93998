// The disk under one imitated provider: blobs in a folder, an index of assets beside it.
import { randomBytes } from 'node:crypto'
import { mkdir, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { openAssetIndex } from './asset-index.ts'
import type { StoredAsset } from './asset-index.ts'
import { writeBlobFile } from './blob-file.ts'
import type { BlobFacts } from './blob-file.ts'

const UNFINISHED = '.part'

/** A body that has arrived whole and is not an asset yet: to be committed or discarded by who received it. */
export type StagedBlob = BlobFacts & { readonly blobName: string }

export type NewAsset = Omit<StoredAsset, 'seq' | 'blobName' | 'sizeBytes' | 'sha256'>

export type AssetPage = {
  readonly assets: readonly StoredAsset[]
  /** Whether older ones that match are left. */
  readonly hasMore: boolean
}

export type PageRequest = {
  /** Only assets older than this sequence number; null = from the newest. */
  readonly beforeSeq: number | null
  readonly limit: number
  readonly matches: (asset: StoredAsset) => boolean
}

export type AssetStore = {
  /** Takes the whole body to disk; rejects, leaving nothing, on a disk error or a client that went away. */
  readonly receive: (body: Readable) => Promise<StagedBlob>
  readonly commit: (blob: StagedBlob, asset: NewAsset) => Promise<StoredAsset>
  readonly discard: (blob: StagedBlob) => Promise<void>
  readonly find: (id: string) => StoredAsset | null
  /** False if there was no such asset. */
  readonly remove: (id: string) => Promise<boolean>
  readonly newestFirst: (request: PageRequest) => AssetPage
  readonly blobPath: (asset: StoredAsset) => string
  readonly close: () => Promise<void>
}

/** Opens what an earlier run left in `folder`, or begins there; clears away bodies that never arrived whole. */
export async function openAssetStore(folder: string): Promise<AssetStore> {
  const blobFolder = join(folder, 'blobs')
  await mkdir(blobFolder, { recursive: true })
  for (const name of await readdir(blobFolder)) {
    if (name.endsWith(UNFINISHED)) await rm(join(blobFolder, name), { force: true })
  }
  const index = await openAssetIndex(join(folder, 'assets.jsonl'))
  const pathOf = (blobName: string) => join(blobFolder, blobName)

  return {
    async receive(body) {
      const blobName = randomBytes(16).toString('hex')
      const facts = await writeBlobFile(pathOf(blobName + UNFINISHED), body)
      return { ...facts, blobName }
    },
    async commit({ blobName, sizeBytes, sha256 }, asset) {
      await rename(pathOf(blobName + UNFINISHED), pathOf(blobName))
      try {
        return await index.add({ ...asset, blobName, sizeBytes, sha256 })
      } catch (error) {
        await rm(pathOf(blobName), { force: true })
        throw error
      }
    },
    discard: ({ blobName }) => rm(pathOf(blobName + UNFINISHED), { force: true }),
    find: index.find,
    async remove(id) {
      const removed = await index.remove(id)
      if (removed === null) return false
      await rm(pathOf(removed.blobName), { force: true })
      return true
    },
    newestFirst({ beforeSeq, limit, matches }) {
      const assets: StoredAsset[] = []
      for (const asset of index.assets().toReversed()) {
        if ((beforeSeq !== null && asset.seq >= beforeSeq) || !matches(asset)) continue
        if (assets.length === limit) return { assets, hasMore: true }
        assets.push(asset)
      }
      return { assets, hasMore: false }
    },
    blobPath: (asset) => pathOf(asset.blobName),
    close: index.close,
  }
}
