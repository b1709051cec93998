// Reads the record from CSV that comes in pieces.
import { failure, WharfError } from '../../../shared/errors.ts'
import { carriedAccountSchema } from './carried-entry.ts'
import { checkRow } from './check-row.ts'
import { columnsOf, fieldsOf, readCsvRow } from './csv-columns.ts'
import type { ReadPart, RecordReader } from './record-reader.ts'
import { createCsvSplitter, type CsvPart } from './split-csv.ts'

const MOST_ACCOUNTS = 10_000

export function createCsvRecordReader(): RecordReader {
  const splitter = createCsvSplitter()
  const keys = new Set<string>()
  let columns: ReturnType<typeof columnsOf> = null

  const readPart = (part: CsvPart): readonly ReadPart[] => {
    if (columns === null) {
      columns = part.kind === 'row' ? columnsOf(part.fields) : null
      if (columns === null) throw invalid()
      return []
    }
    if (part.kind !== 'row')
      return [{ kind: 'problem', problem: { line: part.line, code: part.kind, field: null } }]
    const { account: named, entry } = readCsvRow(fieldsOf(columns, part.fields))
    const account = carriedAccountSchema.safeParse(named)
    if (!account.success || keys.size >= MOST_ACCOUNTS)
      return [{ kind: 'problem', problem: { line: part.line, code: 'unknown-account', field: null } }]
    const isNew = !keys.has(account.data.id)
    keys.add(account.data.id)
    const row = checkRow(entry, part.line, keys)
    return isNew ? [{ kind: 'account', account: account.data }, row] : [row]
  }
  return {
    push: (chunk) => splitter.push(chunk).flatMap(readPart),
    end: () => {
      const parts = splitter.end().flatMap(readPart)
      if (columns === null) throw invalid()
      return parts
    },
  }
}

function invalid(): WharfError {
  return new WharfError(failure('record-file-invalid', 'not-sent'))
}
