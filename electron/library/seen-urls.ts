// Remembers which assets providers listed in this run, with where they serve them: the page holds no such addresses.
import type { AccountId } from '../../shared/ids.ts'

const MOST_SEEN = 50_000

export type SeenUrls = {
  readonly remember: (accountId: AccountId, primaryId: string, url: string | null) => void
  readonly find: (accountId: AccountId, primaryId: string) => string | null
  /** Whether the provider listed it, or was asked about it, in this run. */
  readonly has: (accountId: AccountId, primaryId: string) => boolean
  readonly forget: (accountId: AccountId, primaryId: string) => void
}

export function createSeenUrls(): SeenUrls {
  const urls = new Map<string, string | null>()
  const keyOf = (accountId: AccountId, primaryId: string) => JSON.stringify([accountId, primaryId])
  return {
    remember: (accountId, primaryId, url) => {
      const key = keyOf(accountId, primaryId)
      urls.set(key, url ?? urls.get(key) ?? null)
      if (urls.size > MOST_SEEN) urls.delete(urls.keys().next().value ?? '')
    },
    find: (accountId, primaryId) => urls.get(keyOf(accountId, primaryId)) ?? null,
    has: (accountId, primaryId) => urls.has(keyOf(accountId, primaryId)),
    forget: (accountId, primaryId) => {
      urls.delete(keyOf(accountId, primaryId))
    },
  }
}
