// Calls about what is there: a provider's pages, the local record.
import type { ProviderCall } from '../../providers/provider.ts'
import { providerOf } from '../../providers/registry.ts'
import { listAssets, recordPage } from '../../library/list-assets.ts'
import type { Handlers } from '../dispatch.ts'
import type { Services } from '../services.ts'

const RECORD_PAGE_SIZE = 100
const LIST_LIMIT_MS = 60_000

export function libraryHandlers({
  accounts,
  connections,
  record,
  seenUrls,
}: Services): Pick<Handlers, 'library.page' | 'library.record'> {
  return {
    'library.page': (request) => {
      const account = accounts.get(request.accountId)
      const source = {
        provider: providerOf(account.providerId),
        call: <T>(use: ProviderCall<T>) =>
          connections.call(account, 'browse', AbortSignal.timeout(LIST_LIMIT_MS), use),
      }
      return listAssets(request, source, { record, seenUrls })
    },
    'library.record': (query) => recordPage(record, { ...query, limit: RECORD_PAGE_SIZE }),
  }
}
