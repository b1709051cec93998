// Remembers where providers serve the assets that were listed, so that the page need not hold such addresses.
import type { AccountId } from '../../shared/ids.ts'

const MOST_SEEN = 50_000

export type SeenUrls = {
  readonly remember: (accountId: AccountId, primaryId: string, url: string | null) => void
  readonly find: (accountId: AccountId, primaryId: string) => string | null
}

export function createSeenUrls(): SeenUrls {
  const urls = new Map<string, string>()
  const keyOf = (accountId: AccountId, primaryId: string) => JSON.stringify([accountId, primaryId])
  return {
    remember: (accountId, primaryId, url) => {
      if (url === null) return
      urls.set(keyOf(accountId, primaryId), url)
      if (urls.size > MOST_SEEN) urls.delete(urls.keys().next().value ?? '')
    },
    find: (accountId, primaryId) => urls.get(keyOf(accountId, primaryId)) ?? null,
  }
}
