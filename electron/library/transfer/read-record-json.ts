// Reads the record from a JSON document that comes in pieces.
import { z } from 'zod'
import { failure, WharfError } from '../../../shared/errors.ts'
import { carriedAccountSchema } from './carried-entry.ts'
import { checkRow } from './check-row.ts'
import type { ReadPart, RecordReader } from './record-reader.ts'
import { createJsonSplitter, type JsonPart } from './split-json.ts'
import { JSON_FORMAT, JSON_LIST, JSON_VERSION } from './write-record-json.ts'

const MOST_ACCOUNTS = 10_000

const HEAD = ['format', 'version', 'accounts'] as const
const memberSchema = z.record(z.string(), z.unknown())
const accountsSchema = z.array(carriedAccountSchema).max(MOST_ACCOUNTS)

export function createJsonRecordReader(): RecordReader {
  const splitter = createJsonSplitter(JSON_LIST)
  const head = new Map<string, unknown>()
  const keys = new Set<string>()
  let isHeadRead = false

  const readHead = (): readonly ReadPart[] => {
    if (isHeadRead) return []
    isHeadRead = true
    if (head.get('format') !== JSON_FORMAT) throw invalid()
    // A later version may write the rest of its head in another way.
    const version = z.number().int().positive().safeParse(head.get('version'))
    if (version.success && version.data > JSON_VERSION)
      throw new WharfError(failure('record-file-newer', 'not-sent'))
    const accounts = accountsSchema.safeParse(head.get('accounts'))
    if (!version.success || !accounts.success) throw invalid()
    accounts.data.forEach(({ id }) => keys.add(id))
    return accounts.data.map((account) => ({ kind: 'account', account }))
  }
  const readPart = (part: JsonPart): readonly ReadPart[] => {
    if (part.kind === 'member') {
      const told = memberSchema.safeParse(parsed(`{${part.text}}`)).data
      for (const name of HEAD) if (told && Object.hasOwn(told, name)) head.set(name, told[name])
      return []
    }
    if (!isHeadRead && part.kind === 'broken-off') throw invalid()
    if (part.kind !== 'element')
      return [...readHead(), { kind: 'problem', problem: { line: part.line, code: part.kind, field: null } }]
    return [...readHead(), checkRow(parsed(part.text), part.line, keys)]
  }
  return {
    push: (chunk) => splitter.push(chunk).flatMap(readPart),
    end: () => [...splitter.end().flatMap(readPart), ...readHead()],
  }
}

/** undefined: not JSON. */
function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

function invalid(): WharfError {
  return new WharfError(failure('record-file-invalid', 'not-sent'))
}
