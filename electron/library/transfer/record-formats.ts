// The table of forms in which the record travels.
import type { RecordFormat } from '../../../shared/model/transfer.ts'
import type { CarriedAccount, CarriedEntry } from './carried-entry.ts'
import { CSV_HEAD, csvRow } from './csv-columns.ts'
import { createCsvRecordReader } from './read-record-csv.ts'
import { createJsonRecordReader } from './read-record-json.ts'
import type { RecordReader } from './record-reader.ts'
import { JSON_FOOT, jsonHead, jsonRow } from './write-record-json.ts'

type Form = {
  readonly head: (accounts: readonly CarriedAccount[], exportedAtMs: number) => string
  readonly row: (entry: CarriedEntry, account: CarriedAccount, index: number) => string
  readonly foot: string
  readonly createReader: () => RecordReader
}

export const RECORD_FORMS: Readonly<Record<RecordFormat, Form>> = {
  json: {
    head: jsonHead,
    row: (entry, _, index) => jsonRow(entry, index),
    foot: JSON_FOOT,
    createReader: createJsonRecordReader,
  },
  csv: {
    head: () => CSV_HEAD,
    row: (entry, account) => csvRow({ entry, account }),
    foot: '',
    createReader: createCsvRecordReader,
  },
}

/** By what it begins with, since a name says little. */
export function formOf(beginning: string): Form {
  return RECORD_FORMS[/^[\s\uFEFF]*[{[]/.test(beginning) ? 'json' : 'csv']
}
