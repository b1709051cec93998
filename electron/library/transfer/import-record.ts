// Works a file of the record into the one that is here.
import type { AccountId } from '../../../shared/ids.ts'
import type { ImportResult } from '../../../shared/model/transfer.ts'
import type { ProviderId } from '../../../shared/providers/index.ts'
import type { Database } from '../../store/sqlite.ts'
import type { Annotations } from '../annotations.ts'
import type { RecordIndex } from '../record.ts'
import type { CarriedEntry } from './carried-entry.ts'
import { carryEntry, toRecordEntry, withoutPrivate } from './carry-entry.ts'
import { mergeEntry, type Preference } from './merge-entry.ts'
import { createProblemList } from './problem-list.ts'
import { readRecordFile } from './read-record-file.ts'

export type Place = { readonly accountId: AccountId; readonly providerId: ProviderId }

type Options = {
  /** Where entries of the file's accounts go; absent: nowhere. */
  readonly places: ReadonlyMap<string, Place>
  readonly preference: Preference
  readonly signal: AbortSignal
  readonly onProgress: (entryCount: number, share: number) => void
}

type Stores = {
  readonly database: Database
  readonly record: RecordIndex
  readonly annotations: Annotations
}

export type Imported = Omit<ImportResult, 'newAccountCount'>

const MOST_CONFLICTS_LISTED = 50

/**
 * Each piece of the file is one transaction, and what is here already with all that it says is left as it is: a run
 * that ends early leaves the record whole, and the next one goes on from there. Throws as `readRecordFile` does.
 */
export async function importRecord(
  path: string,
  { places, preference, signal, onProgress }: Options,
  { database, record, annotations }: Stores,
): Promise<Imported> {
  const problems = createProblemList()
  const conflicts: Imported['conflicts'][number][] = []
  const counts = {
    addedCount: 0,
    sameCount: 0,
    completedCount: 0,
    conflictCount: 0,
    skippedCount: 0,
    unrecordedCount: 0,
  }

  const write = (carried: CarriedEntry, place: Place, known: ReturnType<RecordIndex['find']>) => {
    const { localName, note, tags } = carried
    // First, so that the entry goes into the search index with them.
    annotations.set(place.accountId, carried.id, { localName, note, tags })
    record.add(toRecordEntry(carried, place, known))
  }
  const take = (raw: CarriedEntry) => {
    const place = places.get(raw.account)
    if (place === undefined) counts.skippedCount += 1
    else if (raw.uploaded === null) counts.unrecordedCount += 1
    else merge(withoutPrivate(raw), place)
  }
  const merge = (carried: CarriedEntry, place: Place) => {
    const { accountId } = place
    const theirs = { ...carried, account: accountId }
    const known = record.find(accountId, theirs.id)
    const noted = annotations.find(accountId, theirs.id)
    // What a person noted on an asset of the provider's list stands even where the record does not have the asset.
    const here = known ? carryEntry(known, noted) : { ...theirs, ...noted }
    const merged = mergeEntry(here, theirs, preference)
    if (known === null || merged.isChanged) write(merged.entry, place, known)
    if (merged.conflicts.length > 0) {
      counts.conflictCount += 1
      if (conflicts.length < MOST_CONFLICTS_LISTED)
        conflicts.push({
          name: here.name ?? here.id,
          primaryId: here.id,
          accountId,
          fields: merged.conflicts,
        })
    } else if (known === null) counts.addedCount += 1
    else if (merged.isChanged) counts.completedCount += 1
    else counts.sameCount += 1
  }

  let doneCount = 0
  let isStopped = false
  try {
    for await (const { parts, share } of readRecordFile(path, signal)) {
      database.transaction(() => {
        for (const part of parts) {
          if (part.kind === 'problem') problems.add(part.problem)
          if (part.kind !== 'entry') continue
          take(part.entry)
          doneCount += 1
        }
      })
      onProgress(doneCount, share)
    }
  } catch (error) {
    if (!signal.aborted) throw error
    isStopped = true
  }
  return { ...counts, isStopped, conflicts, problems: problems.all() }
}
