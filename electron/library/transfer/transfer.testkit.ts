// Gives a test a computer with a record of its own, and ways to carry it to another.
import { join } from 'node:path'
import type { Annotation } from '../../../shared/model/annotation.ts'
import type { RecordFormat } from '../../../shared/model/transfer.ts'
import { temporaryFolder } from '../../sandbox/sandbox.testkit.ts'
import { temporaryDatabase } from '../../store/database.testkit.ts'
import { createAnnotations, NOTHING_NOTED } from '../annotations.ts'
import type { RecordEntry } from '../record-entry.ts'
import { createRecord } from '../record.ts'
import { ACCOUNT } from '../sample-entry.testkit.ts'
import type { CarriedAccount } from './carried-entry.ts'
import { exportRecord } from './export-record.ts'
import { importRecord } from './import-record.ts'
import type { Preference } from './merge-entry.ts'
import { wholeRecord } from './record-batches.ts'

export const CARRIED_ACCOUNT: CarriedAccount = {
  id: ACCOUNT,
  name: 'KonPro · "main", =1+1',
  providerId: 'konpro',
  server: { kind: 'provider' },
}
export const PLACES = new Map([[CARRIED_ACCOUNT.id, { accountId: ACCOUNT, providerId: 'konpro' as const }]])

export async function aComputer() {
  const { database } = await temporaryDatabase()
  const folder = await temporaryFolder()
  const [record, annotations] = [createRecord(database), createAnnotations(database)]
  const signal = new AbortController().signal
  const stores = { database, record, annotations }
  return {
    ...stores,
    folder,
    add: (entry: RecordEntry, noted: Partial<Annotation> = {}) => {
      annotations.set(entry.accountId, entry.asset.primaryId, { ...NOTHING_NOTED, ...noted })
      record.add(entry)
    },
    /** Everything there is, without what belongs to this computer. */
    all: () => [...wholeRecord(database, annotations)].flat(),
    write: async (format: RecordFormat, accounts: readonly CarriedAccount[] = [CARRIED_ACCOUNT]) => {
      const path = join(folder, `record.${format}`)
      const options = { format, accounts, nowMs: 0, signal, onProgress: () => undefined }
      await exportRecord(path, wholeRecord(database, annotations), options)
      return path
    },
    read: (
      path: string,
      preference: Preference = 'mine',
      options: Partial<Parameters<typeof importRecord>[1]> = {},
    ) =>
      importRecord(
        path,
        { places: PLACES, preference, signal, onProgress: () => undefined, ...options },
        stores,
      ),
  }
}
