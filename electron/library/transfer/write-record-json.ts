// Writes the record as one JSON document, one entry a line.
import type { CarriedAccount, CarriedEntry } from './carried-entry.ts'

export const JSON_FORMAT = 'wharf-record'
export const JSON_VERSION = 1
export const JSON_LIST = 'entries'

/** What tells an entry how to be read comes before the first of them. */
export function jsonHead(accounts: readonly CarriedAccount[], exportedAtMs: number): string {
  const head = {
    format: JSON_FORMAT,
    version: JSON_VERSION,
    exported: new Date(exportedAtMs).toISOString(),
    accounts,
  }
  return `${JSON.stringify(head).slice(0, -1)},\n"${JSON_LIST}":[`
}

export function jsonRow(entry: CarriedEntry, index: number): string {
  return `${index === 0 ? '' : ','}\n${JSON.stringify(entry)}`
}

export const JSON_FOOT = '\n]}\n'
