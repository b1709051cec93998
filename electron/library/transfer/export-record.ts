// Writes entries of the record into a file, however many they are.
import type { RecordFormat } from '../../../shared/model/transfer.ts'
import { writeWholeFile, type WrittenFile } from '../../files/write-whole-file.ts'
import type { CarriedAccount } from './carried-entry.ts'
import type { Batches } from './record-batches.ts'
import { RECORD_FORMS } from './record-formats.ts'

type Options = {
  readonly format: RecordFormat
  /** Entries of any other account stay out. */
  readonly accounts: readonly CarriedAccount[]
  readonly nowMs: number
  readonly signal: AbortSignal
  readonly onProgress: (entryCount: number) => void
}

/** Throws as `writeWholeFile` does. */
export async function exportRecord(
  path: string,
  batches: Batches,
  { format, accounts, nowMs, signal, onProgress }: Options,
): Promise<WrittenFile & { readonly count: number }> {
  const form = RECORD_FORMS[format]
  const accountOf = new Map(accounts.map((account) => [account.id, account]))
  let count = 0
  async function* pieces() {
    yield form.head(accounts, nowMs)
    for await (const batch of batches) {
      let piece = ''
      for (const entry of batch) {
        const account = accountOf.get(entry.account)
        if (account === undefined) continue
        piece += form.row(entry, account, count)
        count += 1
      }
      yield piece
      onProgress(count)
    }
    yield form.foot
  }
  return { ...(await writeWholeFile(path, pieces(), { signal })), count }
}
