// Remembers, from look to look, what one search learned of the assets that it saw.
import type { JobId } from '../../shared/ids.ts'
import type { RemoteAsset } from '../../shared/model/asset.ts'
import { compareContent, type Comparison } from '../http/compare-content.ts'
import type { Job } from './job.ts'

/** A larger file is not fetched again to be compared. */
const MOST_COMPARED_BYTES = 32 * 1024 * 1024
const MOST_COMPARED_ASSETS = 4

export type LookMemory = {
  readonly contentOf: (asset: RemoteAsset) => Comparison
  /** Fetches those that were not compared yet, where they are few, small and served somewhere. */
  readonly compare: (assets: readonly RemoteAsset[], signal: AbortSignal) => Promise<void>
  /** Those of the rivals that may have made the asset: who began after it was seen cannot. */
  readonly suspectsOf: (asset: RemoteAsset, rivals: readonly Job[]) => readonly Job[]
}

/** @param hash of the local file, hex SHA-256; null when that is no longer the one that was sent. */
export function createLookMemory(sizeBytes: number, hash: () => Promise<string | null>): LookMemory {
  const compared = new Map<string, Comparison>()
  const suspected = new Map<string, ReadonlySet<JobId>>()
  const contentOf = ({ primaryId }: RemoteAsset) => compared.get(primaryId) ?? 'unknown'
  return {
    contentOf,
    compare: async (assets, signal) => {
      if (sizeBytes > MOST_COMPARED_BYTES || assets.length > MOST_COMPARED_ASSETS) return
      for (const asset of assets) {
        if (asset.url === null || contentOf(asset) !== 'unknown') continue
        const sha256 = await hash()
        if (sha256 === null) return
        compared.set(asset.primaryId, await compareContent(asset.url, { sizeBytes, sha256 }, signal))
      }
    },
    suspectsOf: ({ primaryId }, rivals) => {
      const before = suspected.get(primaryId)
      const left = before ? rivals.filter(({ id }) => before.has(id)) : rivals
      suspected.set(primaryId, new Set(left.map(({ id }) => id)))
      return left
    },
  }
}
