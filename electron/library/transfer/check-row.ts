// Checks what was read as one entry, or says what is wrong with it.
import type { RowProblem } from '../../../shared/model/transfer.ts'
import { carriedEntrySchema } from './carried-entry.ts'
import type { ReadPart } from './record-reader.ts'

/** `raw`: undefined where it was no JSON. `accountKeys`: those that an entry may name. */
export function checkRow(raw: unknown, line: number, accountKeys: ReadonlySet<string>): ReadPart {
  const problem = (code: RowProblem['code'], field: string | null = null): ReadPart => ({
    kind: 'problem',
    problem: { line, code, field },
  })
  if (raw === undefined) return problem('not-json')
  const entry = carriedEntrySchema.safeParse(raw)
  if (!entry.success) return problem('not-valid', fieldOf(entry.error.issues[0]?.path))
  if (!accountKeys.has(entry.data.account)) return problem('unknown-account')
  return { kind: 'entry', entry: entry.data, line }
}

function fieldOf(path: readonly PropertyKey[] | undefined): string | null {
  return path?.[0] === undefined ? null : String(path[0])
}
