// The query that asks for the whole record, newest first.
import type { CallInput } from '../../shared/ipc/contract.ts'

export const wholeRecord: CallInput<'library.record'> = {
  search: '',
  kind: null,
  accountId: null,
  containerId: null,
  sinceMs: null,
  state: null,
  tag: null,
  sort: { by: 'date', direction: 'descending' },
  cursor: null,
}
