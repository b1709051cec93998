// Calls about the record as a file: it goes out, and another computer's comes in.
import { randomUUID } from 'node:crypto'
import { basename } from 'node:path'
import { failure, WharfError } from '../../../shared/errors.ts'
import type { RecordFormat, TransferId } from '../../../shared/model/transfer.ts'
import { exportRecord } from '../../library/transfer/export-record.ts'
import { importRecord } from '../../library/transfer/import-record.ts'
import { inspectRecordFile, type Inspection } from '../../library/transfer/inspect-record-file.ts'
import { recordedAccounts } from '../../library/transfer/record-batches.ts'
import type { Handlers } from '../dispatch.ts'
import type { Services } from '../services.ts'
import { exportScope, type ReadRecord } from './export-scope.ts'
import { matchAccount, placesFor } from './import-places.ts'

type Names = `record.${'export' | 'inspect' | 'import'}` | 'transfers.giveUp'

const FILE_KINDS: Readonly<Record<RecordFormat, { readonly name: string; readonly extension: string }>> = {
  json: { name: 'Wharf record', extension: 'json' },
  csv: { name: 'Table', extension: 'csv' },
}

/** `readRecord`: what the library itself is shown by. */
export function transferHandlers(services: Services, readRecord: ReadRecord): Pick<Handlers, Names> {
  const { platform, events, transfers, database, record, annotations } = services
  const inspected = new Map<string, { readonly path: string; readonly accounts: Inspection['accounts'] }>()

  const progressOf = (transferId: TransferId) => (entryCount: number, share: number | null) => {
    events.push({ type: 'transfer.progressed', transferId, entryCount, share })
  }
  const mustBeWritable = () => {
    if (!services.isWritable) throw new WharfError(failure('database-newer', 'not-sent'))
  }
  const tellRecord = (accountIds: Iterable<Parameters<typeof record.find>[0]>) => {
    for (const accountId of accountIds)
      events.push({ type: 'record.changed', accountId, recordCount: record.count() })
  }

  return {
    'record.export': async ({ transferId, format, scope }) => {
      const { extension } = FILE_KINDS[format]
      const path = await platform.chooseSaveFile({
        title: 'Export record',
        kind: FILE_KINDS[format],
        fileName: `wharf-record.${extension}`,
      })
      if (path === null) return null
      const tell = progressOf(transferId)
      return transfers.run(transferId, async (signal) => {
        const { accounts, batches, total } = await exportScope(scope, services, readRecord)
        return exportRecord(path, batches, {
          format,
          accounts,
          nowMs: services.nowMs(),
          signal,
          onProgress: (count) => {
            tell(count, total === null ? null : Math.min(1, count / Math.max(1, total)))
          },
        })
      })
    },
    'record.inspect': async ({ transferId }) => {
      mustBeWritable()
      const path = await platform.chooseOpenFile({ title: 'Import record', kind: null })
      if (path === null) return null
      const options = { onProgress: progressOf(transferId) }
      const { entryCount, accounts, problems } = await transfers.run(transferId, (signal) =>
        inspectRecordFile(path, { ...options, signal }),
      )
      const importId = randomUUID()
      // One at a time: what was looked at before is not imported any more.
      inspected.clear()
      inspected.set(importId, { path, accounts })
      const recorded = recordedAccounts(database)
      return {
        importId,
        fileName: basename(path),
        entryCount,
        problems,
        accounts: accounts.map(({ account: { id, ...account }, entryCount: count }) => ({
          ...account,
          key: id,
          entryCount: count,
          matchId: matchAccount({ id, ...account }, services.accounts.all(), recorded),
        })),
      }
    },
    'record.import': async ({ transferId, importId, choices, preference }) => {
      mustBeWritable()
      const file = inspected.get(importId)
      if (!file) throw new WharfError(failure('input-invalid', 'not-sent'))
      const { places, newAccountCount } = await placesFor(file.accounts, choices, services)
      const imported = await transfers.run(transferId, (signal) =>
        importRecord(
          file.path,
          { places, preference, signal, onProgress: progressOf(transferId) },
          { database, record, annotations },
        ),
      )
      tellRecord(new Set([...places.values()].map(({ accountId }) => accountId)))
      return { ...imported, newAccountCount }
    },
    'transfers.giveUp': ({ transferId }) => {
      transfers.giveUp(transferId)
      return {}
    },
  }
}
