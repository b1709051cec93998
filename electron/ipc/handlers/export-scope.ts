// Finds what a person wants to export: the entries, the accounts they belong to, and how many there are.
import type { AccountId, Cursor } from '../../../shared/ids.ts'
import type { CallInput } from '../../../shared/ipc/contract.ts'
import type { LibraryPage } from '../../../shared/model/library-page.ts'
import type { RecordQueryInput } from '../../../shared/model/record-query.ts'
import type { ProviderId } from '../../../shared/providers/index.ts'
import type { CarriedAccount } from '../../library/transfer/carried-entry.ts'
import {
  everyPage,
  recordedAccounts,
  theseItems,
  wholeRecord,
  type Batches,
} from '../../library/transfer/record-batches.ts'
import type { Services } from '../services.ts'

export type ReadRecord = (
  query: RecordQueryInput & { readonly cursor: Cursor | null },
) => LibraryPage | Promise<LibraryPage>

type Scope = CallInput<'record.export'>['scope']
type Parts = Pick<Services, 'accounts' | 'record' | 'annotations' | 'database'>

type Exported = {
  readonly batches: Batches
  readonly accounts: readonly CarriedAccount[]
  /** null: known only at the end. */
  readonly total: number | null
}

export async function exportScope(scope: Scope, parts: Parts, readRecord: ReadRecord): Promise<Exported> {
  const { accounts, record, annotations, database } = parts
  const carriedAccounts = (ids: ReadonlyMap<AccountId, ProviderId>): readonly CarriedAccount[] =>
    [...ids].map(([id, providerId]) => {
      const account = accounts.find(id)
      const { name = null, server = { kind: 'provider' } as const } = account ?? {}
      return { id, providerId, name, server }
    })
  if (scope.of === 'items') {
    const ids = new Map(scope.items.map(({ accountId, providerId }) => [accountId, providerId]))
    const batches = theseItems(scope.items, { record, annotations })
    return { batches, accounts: carriedAccounts(ids), total: scope.items.length }
  }
  const recorded = recordedAccounts(database)
  if (scope.of === 'record')
    return {
      batches: wholeRecord(database, annotations),
      accounts: carriedAccounts(recorded),
      total: record.count(),
    }
  const { query } = scope
  const concerned = [...recorded].filter(([id]) => query.accountId === null || query.accountId === id)
  const first = await readRecord({ ...query, cursor: null })
  return {
    batches: everyPage((cursor) => (cursor === null ? first : readRecord({ ...query, cursor })), {
      record,
      annotations,
    }),
    accounts: carriedAccounts(new Map(concerned)),
    total: first.total,
  }
}
