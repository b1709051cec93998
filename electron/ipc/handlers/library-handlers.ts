// Calls about what is there: a provider's pages or single assets, the local record.
import { failure, WharfError } from '../../../shared/errors.ts'
import type { AccountId } from '../../../shared/ids.ts'
import type { LibraryPage } from '../../../shared/model/library-page.ts'
import type { LibraryItem } from '../../../shared/model/asset.ts'
import { manifestOf, PROVIDER_IDS } from '../../../shared/providers/index.ts'
import { NOTHING_NOTED, withAnnotation } from '../../library/annotations.ts'
import { listAssets, recordPage, type Source } from '../../library/list-assets.ts'
import { withMeasure } from '../../library/measures.ts'
import { refreshAsset } from '../../library/refresh-asset.ts'
import { removeAsset } from '../../library/remove-asset.ts'
import { marksOf } from '../../library/search-marks.ts'
import { providerOf } from '../../providers/registry.ts'
import type { Handlers } from '../dispatch.ts'
import type { Services } from '../services.ts'

const RECORD_PAGE_SIZE = 100
const PROVIDERS = PROVIDER_IDS.map((id) => ({ id, displayName: manifestOf(id).displayName }))
const CALL_LIMIT_MS = 60_000

type Names = `library.${'page' | 'record' | 'containers'}` | `assets.${'refresh' | 'remove' | 'forget'}`

export function libraryHandlers({
  accounts,
  connections,
  record,
  seenUrls,
  measures,
  annotations,
  events,
  nowMs,
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
  const asKnown = (item: LibraryItem) => withAnnotation(withMeasure(item, measures), annotations)
  const allAsKnown = (page: LibraryPage) => ({ ...page, items: page.items.map(asKnown) })
  const marks = () => marksOf({ accounts: accounts.all(), providers: PROVIDERS })
  const mustBeWritable = () => {
    if (!isWritable) throw new WharfError(failure('database-newer', 'not-sent'))
  }

  const tellRecord = (accountId: AccountId) => {
    events.push({ type: 'record.changed', accountId, recordCount: record.count() })
  }

  return {
    'library.page': async (request) =>
      allAsKnown(await listAssets(request, sourceOf(request.accountId), known)),
    'library.record': (query) =>
      allAsKnown(recordPage({ ...query, marksOf: marks(), limit: RECORD_PAGE_SIZE, nowMs: nowMs() }, known)),
    'library.containers': async ({ accountId }) => {
      const { provider, call } = sourceOf(accountId)
      if (!provider.adapter.listContainers) throw new WharfError(failure('input-invalid', 'not-sent'))
      const list = provider.adapter.listContainers.bind(provider.adapter)
      return { containers: await call((_, context) => list(context)) }
    },
    'assets.refresh': async ({ accountId, primaryId }) => {
      mustBeWritable()
      return asKnown(await refreshAsset(accountId, primaryId, sourceOf(accountId), known))
    },
    'assets.remove': async ({ accountId, primaryId }) => {
      // What is gone at the provider must not stay recorded.
      mustBeWritable()
      await removeAsset(accountId, primaryId, sourceOf(accountId), record)
      annotations.set(accountId, primaryId, NOTHING_NOTED)
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
