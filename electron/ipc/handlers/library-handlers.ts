// Calls about what is there: a provider's pages or single assets, the local record.
import { failure, WharfError } from '../../../shared/errors.ts'
import type { AccountId } from '../../../shared/ids.ts'
import { listAssets, recordPage, type Source } from '../../library/list-assets.ts'
import { refreshAsset } from '../../library/refresh-asset.ts'
import { removeAsset } from '../../library/remove-asset.ts'
import { providerOf } from '../../providers/registry.ts'
import type { Handlers } from '../dispatch.ts'
import type { Services } from '../services.ts'

const RECORD_PAGE_SIZE = 100
const CALL_LIMIT_MS = 60_000

type Names = `library.${'page' | 'record' | 'containers'}` | `assets.${'refresh' | 'remove' | 'forget'}`

export function libraryHandlers({
  accounts,
  connections,
  record,
  seenUrls,
  events,
  isWritable,
}: Services): Pick<Handlers, Names> {
  const sourceOf = (accountId: AccountId): Source => {
    const account = accounts.get(accountId)
    return {
      provider: providerOf(account.providerId),
      call: (use) => connections.call(account, 'browse', AbortSignal.timeout(CALL_LIMIT_MS), use),
    }
  }
  const known = { record, seenUrls }
  const mustBeWritable = () => {
    if (!isWritable) throw new WharfError(failure('database-newer', 'not-sent'))
  }

  const tellRecord = (accountId: AccountId) => {
    events.push({ type: 'record.changed', accountId, recordCount: record.count() })
  }

  return {
    'library.page': (request) => listAssets(request, sourceOf(request.accountId), known),
    'library.record': (query) => recordPage(record, { ...query, limit: RECORD_PAGE_SIZE }),
    'library.containers': async ({ accountId }) => {
      const { provider, call } = sourceOf(accountId)
      if (!provider.adapter.listContainers) throw new WharfError(failure('input-invalid', 'not-sent'))
      const list = provider.adapter.listContainers.bind(provider.adapter)
      return { containers: await call((_, context) => list(context)) }
    },
    'assets.refresh': ({ accountId, primaryId }) => {
      mustBeWritable()
      return refreshAsset(accountId, primaryId, sourceOf(accountId), known)
    },
    'assets.remove': async ({ accountId, primaryId }) => {
      // What is gone at the provider must not stay recorded.
      mustBeWritable()
      await removeAsset(accountId, primaryId, sourceOf(accountId), record)
      tellRecord(accountId)
      return {}
    },
    'assets.forget': ({ accountId, primaryId }) => {
      mustBeWritable()
      record.remove(accountId, primaryId)
      tellRecord(accountId)
      return {}
    },
  }
}
