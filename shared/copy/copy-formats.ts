// The table of forms in which assets can be copied.
import type { CopyFormatId } from '../model/copy-template.ts'
import { apiRequest, type ApiRequest } from './api-request.ts'
import { assetFacts } from './asset-facts.ts'
import { assetUrl } from './asset-url.ts'
import type { CopiedAsset } from './copied-asset.ts'
import { csvField } from './csv-field.ts'
import type { Piece } from './piece.ts'
import { curlCode, javascriptCode, PYTHON_IMPORTS, pythonCode } from './write-code.ts'
import { htmlOf, markdownOf } from './write-markup.ts'

export type CopyFormat = {
  readonly piece: (asset: CopiedAsset) => Piece
  /** Puts the pieces of several together; at least one. */
  readonly join: (texts: readonly string[]) => string
}

const oneALine = (texts: readonly string[]) => texts.join('\n')
const apart = (texts: readonly string[]) => texts.join('\n\n')

const CSV_COLUMNS = [
  'name',
  'account',
  'provider',
  'id',
  'kind',
  'url',
  'size',
  'width',
  'height',
  'sha256',
  'created',
  'uploaded',
  'expires',
] as const
const CSV_END = '\r\n'
const CSV_HEADER = [...CSV_COLUMNS, 'values'].join(',')

/** Within JSON's strings there are no line breaks, so all of them belong to its layout. */
function indented(json: string): string {
  return json.replaceAll('\n', '\n  ')
}

function csvRow(asset: CopiedAsset): string {
  const facts = assetFacts(asset)
  return [...CSV_COLUMNS.map((column) => facts[column]), JSON.stringify(facts.values)].map(csvField).join(',')
}

function code(write: (request: ApiRequest) => string): CopyFormat['piece'] {
  return (asset) => {
    const request = apiRequest(asset)
    return 'code' in request ? request : { text: write(request) }
  }
}

export const COPY_FORMATS = {
  id: { piece: ({ item }) => ({ text: item.primaryId }), join: oneALine },
  json: {
    piece: (asset) => ({ text: JSON.stringify(assetFacts(asset), null, 2) }),
    // One is an object, several are a list of them.
    join: ([first = '', ...others]) =>
      others.length === 0
        ? first
        : `[${[first, ...others].map((text) => `\n  ${indented(text)}`).join(',')}\n]`,
  },
  csv: {
    piece: (asset) => ({ text: csvRow(asset) }),
    join: (rows) => [CSV_HEADER, ...rows, ''].join(CSV_END),
  },
  markdown: { piece: (asset) => ({ text: markdownOf(asset) }), join: oneALine },
  html: { piece: (asset) => ({ text: htmlOf(asset) }), join: oneALine },
  url: {
    piece: ({ item }) => {
      const found = assetUrl(item)
      return found === null ? { code: 'no-url' } : { text: found.url }
    },
    join: oneALine,
  },
  curl: { piece: code(curlCode), join: apart },
  javascript: { piece: code(javascriptCode), join: apart },
  python: { piece: code(pythonCode), join: (texts) => apart([PYTHON_IMPORTS, ...texts]) },
} as const satisfies Record<CopyFormatId, CopyFormat>

export const COPY_FORMAT_IDS = Object.keys(COPY_FORMATS) as readonly CopyFormatId[]

export function copyFormat(id: CopyFormatId): CopyFormat {
  return COPY_FORMATS[id]
}
