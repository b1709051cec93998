// The columns of the record as CSV: what each is called, how it is written, how it is read again.
import { csvField, fromCsvField } from '../../../shared/copy/csv-field.ts'
import type { Server } from '../../../shared/model/account.ts'
import { manifestOf, PROVIDER_IDS } from '../../../shared/providers/index.ts'
import type { CarriedAccount, CarriedEntry } from './carried-entry.ts'

type Row = { readonly entry: CarriedEntry; readonly account: CarriedAccount }

/** The first of them is what people look for. */
const COLUMNS = {
  name: ({ entry }: Row) => entry.name,
  account: ({ account }: Row) => account.name,
  provider: ({ account }: Row) => manifestOf(account.providerId).displayName,
  id: ({ entry }: Row) => entry.id,
  kind: ({ entry }: Row) => entry.kind,
  mime_type: ({ entry }: Row) => entry.mimeType,
  size: ({ entry }: Row) => entry.sizeBytes,
  sha256: ({ entry }: Row) => entry.sha256,
  width: ({ entry }: Row) => entry.width,
  height: ({ entry }: Row) => entry.height,
  created: ({ entry }: Row) => entry.created,
  uploaded: ({ entry }: Row) => entry.uploaded,
  expires: ({ entry }: Row) => entry.expires,
  container: ({ entry }: Row) => entry.container,
  // One a line, as a spreadsheet shows them.
  tags: ({ entry }: Row) => entry.tags.join('\n'),
  note: ({ entry }: Row) => entry.note,
  local_name: ({ entry }: Row) => entry.localName,
  url: ({ entry }: Row) => entry.url,
  values: ({ entry }: Row) => JSON.stringify(entry.values),
  readiness: ({ entry }: Row) => entry.readiness,
  readiness_note: ({ entry }: Row) => entry.readinessNote,
  provider_name: ({ entry }: Row) => entry.providerName,
  account_id: ({ account }: Row) => account.id,
  server: ({ account }: Row) => serverText(account.server),
} as const

type Column = keyof typeof COLUMNS
export type CsvFields = { readonly [Name in Column]?: string }

const NAMES = Object.keys(COLUMNS) as readonly Column[]
const NEEDED: readonly Column[] = ['name', 'provider', 'id']
const END = '\r\n'
/** Spreadsheets take a file without it for one in their country's old letters. */
const BYTE_ORDER_MARK = '\uFEFF'

export const CSV_HEAD = `${BYTE_ORDER_MARK}${NAMES.join(',')}${END}`

export function csvRow(row: Row): string {
  return NAMES.map((name) => csvField(COLUMNS[name](row))).join(',') + END
}

/** Which column stands where; null: this is not the head of a record. */
export function columnsOf(head: readonly string[]): readonly (Column | null)[] | null {
  const columns = head.map((text) => NAMES.find((name) => name === text.trim().toLowerCase()) ?? null)
  return NEEDED.every((name) => columns.includes(name)) ? columns : null
}

export function fieldsOf(columns: readonly (Column | null)[], row: readonly string[]): CsvFields {
  return Object.fromEntries(
    columns.flatMap((name, index) => (name === null ? [] : [[name, fromCsvField(row[index] ?? '')]])),
  )
}

/** The account a row names, and the row as an entry; both are still to be checked. */
export function readCsvRow(fields: CsvFields): { readonly account: unknown; readonly entry: unknown } {
  const text = (name: Column) => (fields[name] === undefined || fields[name] === '' ? null : fields[name])
  const count = (name: Column) => (text(name) === null ? null : Number(text(name)))
  const provider = text('provider')
  const providerId = PROVIDER_IDS.find((id) => id === provider || manifestOf(id).displayName === provider)
  const name = text('account')
  const server = serverOf(text('server'))
  const account = text('account_id') ?? JSON.stringify([providerId, name, server])
  return {
    account: { id: account, name, providerId, server },
    entry: {
      account,
      id: text('id'),
      name: text('name'),
      kind: text('kind') ?? 'other',
      mimeType: text('mime_type'),
      sizeBytes: count('size'),
      sha256: text('sha256'),
      width: count('width'),
      height: count('height'),
      created: text('created'),
      uploaded: text('uploaded'),
      expires: text('expires'),
      container: text('container'),
      readiness: text('readiness'),
      readinessNote: text('readiness_note'),
      providerName: text('provider_name'),
      values: parsed(text('values') ?? '[]'),
      url: text('url'),
      localName: text('local_name'),
      tags: text('tags')?.split(/\r?\n/) ?? [],
      note: text('note'),
    },
  }
}

function serverText(server: Server): string {
  if (server.kind === 'custom') return server.address
  return server.kind === 'sandbox' ? 'sandbox' : ''
}

function serverOf(text: string | null): Server {
  if (text === null) return { kind: 'provider' }
  return text === 'sandbox' ? { kind: 'sandbox' } : { kind: 'custom', address: text }
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}
