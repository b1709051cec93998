// Keeps assets that were committed out of every answer until their time has come.
import type { AssetStore } from './asset-store.ts'
import type { StoredAsset } from './asset-index.ts'

/** Whichever of the two is given; with both, both have to be over. */
export type Lateness = {
  readonly delayMs?: number
  /** How many requests look for it in vain: lists that would have had it, look-ups of its ID. */
  readonly looks?: number
}

export type LateListing = {
  /** The store as one request sees it. What it commits is hidden for that long; null: not at all. */
  readonly storeFor: (store: AssetStore, lateness: Lateness | null, nowMs: number) => AssetStore
}

type Hidden = { readonly untilMs: number; looksLeft: number }

/** Remembers nothing across sandboxes: after a restart all is listed. */
export function createLateListing(): LateListing {
  const hidden = new Map<string, Hidden>()

  /** Counts one look for each asset that is asked about. */
  const viewOf = (nowMs: number) => {
    const seen = new Map<string, boolean>()
    return (id: string): boolean => {
      const known = seen.get(id)
      if (known !== undefined) return known
      const entry = hidden.get(id)
      const isListed = entry === undefined || (nowMs >= entry.untilMs && entry.looksLeft <= 0)
      if (entry) entry.looksLeft -= 1
      if (isListed) hidden.delete(id)
      seen.set(id, isListed)
      return isListed
    }
  }
  return {
    storeFor: (store, lateness, nowMs) => {
      const isListed = viewOf(nowMs)
      return {
        ...store,
        commit: async (blob, asset) => {
          const stored = await store.commit(blob, asset)
          if (lateness)
            hidden.set(stored.id, {
              untilMs: nowMs + (lateness.delayMs ?? 0),
              looksLeft: lateness.looks ?? 0,
            })
          return stored
        },
        find: (id) => {
          const asset = store.find(id)
          return asset !== null && isListed(id) ? asset : null
        },
        newestFirst: (request) =>
          store.newestFirst({
            ...request,
            matches: (asset: StoredAsset) => request.matches(asset) && isListed(asset.id),
          }),
      }
    },
  }
}
