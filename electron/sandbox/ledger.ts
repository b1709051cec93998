// The record of every request that reached the sandbox, for tests to look things up in.
import type { IncomingHttpHeaders } from 'node:http'
import type { ProviderId } from '../../shared/providers/index.ts'
import { copiesIn, type CommittedFile, type Copies } from './committed-copies.ts'
import { keyDigest } from './key-digest.ts'
import { mostOpenAtOnce, mostStartsWithin } from './request-figures.ts'

const REMEMBERED_REQUESTS = 20_000
const KEPT_HEADERS = [
  'content-type',
  'content-length',
  'transfer-encoding',
  'user-agent',
  'accept',
  'expect',
  'range',
  'content-disposition',
  'x-file-name',
  'x-project-id',
]

export type LedgerEntry = {
  readonly seq: number
  /** null for a media request or a path that belongs to no provider. */
  readonly provider: ProviderId | null
  readonly method: string
  /** As received, query included. */
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  /** As `keyDigest` makes it; null when no key was sent. */
  readonly keyDigest: string | null
  readonly startedAtMs: number
  /** null while open. */
  readonly endedAtMs: number | null
  readonly bytesReceived: number
  /** Of the file received, also when it was refused after reading; null if it never arrived whole. */
  readonly sha256: string | null
  /** null while no answer has been begun, and for ever if there was none. */
  readonly status: number | null
  readonly committedAssetId: string | null
  /** What was put into the library for good; null with `committedAssetId`. */
  readonly committedFile: CommittedFile | null
  /** The connection ended, whoever ended it, before a whole answer had gone out. */
  readonly aborted: boolean
  /** How many requests were open when this one started, itself included. */
  readonly concurrent: number
}

export type EntryFilter = (entry: LedgerEntry) => boolean

export type Ledger = {
  /** Oldest first; the latest 20,000. */
  readonly entries: () => readonly LedgerEntry[]
  readonly committed: () => readonly LedgerEntry[]
  /** The first entry for which this holds, now or later; rejects after `timeoutMs` (5 s unless told). */
  readonly waitFor: (predicate: EntryFilter, timeoutMs?: number) => Promise<LedgerEntry>
  /** The most requests that started within any stretch of that many milliseconds. */
  readonly maxInAnyWindow: (windowMs: number, filter?: EntryFilter) => number
  readonly maxConcurrent: (filter?: EntryFilter) => number
  /** What one key has to do with them. */
  readonly ofKey: (apiKey: string) => KeyFacts
  /** Forgets all entries; requests that are still open are not recorded any more. */
  readonly clear: () => void
}

export type KeyFacts = {
  /** Each with its time, oldest first. */
  readonly requests: readonly LedgerEntry[]
  readonly maxConcurrent: number
  /** The most that started within any 60 seconds. */
  readonly maxPerMinute: number
  /** Each different file that was committed, with how often it was. */
  readonly copies: readonly Copies[]
}

export type RequestFacts = Pick<LedgerEntry, 'provider' | 'method' | 'path' | 'keyDigest'>
export type EntryChange = Partial<
  Pick<LedgerEntry, 'sha256' | 'status' | 'committedAssetId' | 'committedFile' | 'aborted'>
>

export type OpenEntry = {
  readonly received: (bytes: number) => void
  readonly change: (change: EntryChange) => void
  /** Safe to call again: only the first call sets the time. */
  readonly end: () => void
}

export type LedgerBook = Ledger & {
  readonly open: (facts: RequestFacts, headers: IncomingHttpHeaders) => OpenEntry
}

type MutableEntry = { -readonly [Field in keyof LedgerEntry]: LedgerEntry[Field] }
type Row = { readonly entry: MutableEntry; endedBeforeSeq: number }

/** An empty ledger; `now` gives milliseconds. */
export function createLedger(now: () => number): LedgerBook {
  let rows: Row[] = []
  let nextSeq = 1
  let openCount = 0
  const watchers = new Set<() => void>()
  const notify = () => {
    for (const watcher of watchers) watcher()
  }
  const entriesWhere = (filter: EntryFilter) => rows.map((row) => row.entry).filter(filter)
  const maxInAnyWindow: Ledger['maxInAnyWindow'] = (windowMs, filter = () => true) =>
    mostStartsWithin(
      windowMs,
      entriesWhere(filter).map((entry) => entry.startedAtMs),
    )
  const maxConcurrent: Ledger['maxConcurrent'] = (filter = () => true) =>
    mostOpenAtOnce(
      rows
        .filter((row) => filter(row.entry))
        .map((row) => ({ startedSeq: row.entry.seq, endedBeforeSeq: row.endedBeforeSeq })),
    )

  return {
    entries: () => entriesWhere(() => true),
    committed: () => entriesWhere((entry) => entry.committedAssetId !== null),
    waitFor: (predicate, timeoutMs = 5000) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = rows.find((row) => predicate(row.entry))
          if (found === undefined) return
          stop()
          resolve(found.entry)
        }
        const timer = setTimeout(() => {
          stop()
          reject(new Error(`The ledger saw no such request within ${timeoutMs} ms`))
        }, timeoutMs)
        const stop = () => {
          clearTimeout(timer)
          watchers.delete(look)
        }
        watchers.add(look)
        look()
      }),
    maxInAnyWindow,
    maxConcurrent,
    ofKey: (apiKey) => {
      const digest = keyDigest(apiKey)
      const isOfKey: EntryFilter = (entry) => entry.keyDigest === digest
      const requests = entriesWhere(isOfKey)
      return {
        requests,
        maxConcurrent: maxConcurrent(isOfKey),
        maxPerMinute: maxInAnyWindow(60_000, isOfKey),
        copies: copiesIn(requests.flatMap(({ committedFile }) => committedFile ?? [])),
      }
    },
    clear: () => {
      rows = []
    },
    open: (facts, headers) => {
      openCount += 1
      const entry: MutableEntry = {
        seq: nextSeq++,
        ...facts,
        headers: keptHeaders(headers),
        startedAtMs: now(),
        endedAtMs: null,
        bytesReceived: 0,
        sha256: null,
        status: null,
        committedAssetId: null,
        committedFile: null,
        aborted: false,
        concurrent: openCount,
      }
      const row: Row = { entry, endedBeforeSeq: Infinity }
      rows.push(row)
      if (rows.length > REMEMBERED_REQUESTS) rows.shift()
      notify()
      return {
        received: (bytes) => {
          entry.bytesReceived += bytes
          notify()
        },
        change: (change) => {
          Object.assign(entry, change)
          notify()
        },
        end: () => {
          if (entry.endedAtMs !== null) return
          openCount -= 1
          entry.endedAtMs = now()
          row.endedBeforeSeq = nextSeq
          notify()
        },
      }
    },
  }
}

function keptHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  const kept: Record<string, string> = {}
  for (const name of KEPT_HEADERS) {
    const value = headers[name]
    if (value !== undefined) kept[name] = String(value)
  }
  return kept
}
