// Looks through a file of the record before anything of it is taken over.
import type { RowProblems } from '../../../shared/model/transfer.ts'
import type { CarriedAccount } from './carried-entry.ts'
import { createProblemList } from './problem-list.ts'
import { readRecordFile } from './read-record-file.ts'

export type Inspection = {
  readonly entryCount: number
  /** Those that have entries. */
  readonly accounts: readonly { readonly account: CarriedAccount; readonly entryCount: number }[]
  readonly problems: RowProblems
}

type Options = {
  readonly signal: AbortSignal
  readonly onProgress: (entryCount: number, share: number) => void
}

/** Throws as `readRecordFile` does. */
export async function inspectRecordFile(path: string, { signal, onProgress }: Options): Promise<Inspection> {
  const accounts = new Map<string, CarriedAccount>()
  const counts = new Map<string, number>()
  const problems = createProblemList()
  let entryCount = 0
  for await (const { parts, share } of readRecordFile(path, signal)) {
    for (const part of parts) {
      if (part.kind === 'account') accounts.set(part.account.id, part.account)
      else if (part.kind === 'problem') problems.add(part.problem)
      else {
        entryCount += 1
        counts.set(part.entry.account, (counts.get(part.entry.account) ?? 0) + 1)
      }
    }
    onProgress(entryCount, share)
  }
  return {
    entryCount,
    accounts: [...accounts.values()].flatMap((account) => {
      const count = counts.get(account.id)
      return count === undefined ? [] : [{ account, entryCount: count }]
    }),
    problems: problems.all(),
  }
}
