// What a reader of the record makes of a file, whatever its form.
import type { RowProblem } from '../../../shared/model/transfer.ts'
import type { CarriedAccount, CarriedEntry } from './carried-entry.ts'

export type ReadPart =
  /** Comes before the first entry that names it. */
  | { readonly kind: 'account'; readonly account: CarriedAccount }
  | { readonly kind: 'entry'; readonly entry: CarriedEntry; readonly line: number }
  | { readonly kind: 'problem'; readonly problem: RowProblem }

/** Both throw `record-file-invalid` or `record-file-newer` for what is no record that this Wharf can read. */
export type RecordReader = {
  readonly push: (chunk: string) => readonly ReadPart[]
  /** After the last chunk. */
  readonly end: () => readonly ReadPart[]
}
