// Cuts CSV by RFC 4180 into rows of fields, as its text comes in.

export type CsvPart =
  | { readonly kind: 'row'; readonly line: number; readonly fields: readonly string[] }
  | { readonly kind: 'too-long'; readonly line: number }
  /** A quotation that nobody ends. */
  | { readonly kind: 'broken-off'; readonly line: number }

export type CsvSplitter = {
  readonly push: (chunk: string) => readonly CsvPart[]
  /** After the last chunk. */
  readonly end: () => readonly CsvPart[]
}

const MOST_ROW_LENGTH = 1024 * 1024
/** A spreadsheet writes what its country's numbers leave free. */
const SEPARATORS = [',', ';', '\t'] as const

/** Holds one row at most. Blank lines are left out. */
export function createCsvSplitter(mostRowLength = MOST_ROW_LENGTH): CsvSplitter {
  let separator: string | null = null
  let outside = /[",;\t\r\n]/g
  const inside = /["\n]/g
  let line = 1
  let rowLine = 1
  let rowLength = 0
  let fields: string[] = []
  let field = ''
  let isQuoted = false
  let mayEndQuote = false
  let isFirst = true
  let parts: CsvPart[] = []

  const add = (text: string) => {
    rowLength += text.length
    if (rowLength <= mostRowLength) field += text
    else {
      field = ''
      fields = []
    }
  }
  const endField = () => {
    fields.push(field)
    field = ''
  }
  const endRow = () => {
    if (rowLength > mostRowLength) parts.push({ kind: 'too-long', line: rowLine })
    else if (rowLength > 0) {
      endField()
      parts.push({ kind: 'row', line: rowLine, fields })
    }
    fields = []
    field = ''
    rowLength = 0
  }
  const meet = (sign: string) => {
    if (sign === '"' && field === '') isQuoted = true
    else if (sign === '\r') return
    else if (sign === '\n') {
      endRow()
      line += 1
      rowLine = line
    } else if (isSeparator(sign)) {
      rowLength += 1
      endField()
    } else add(sign)
  }
  const isSeparator = (sign: string) => {
    if (separator === null && SEPARATORS.some((each) => each === sign)) {
      separator = sign
      outside = new RegExp(`["${sign}\r\n]`, 'g')
    }
    return sign === separator
  }
  const meetQuoted = (sign: string) => {
    if (sign === '"') mayEndQuote = true
    else {
      line += 1
      add(sign)
    }
  }

  const taken = () => {
    const result = parts
    parts = []
    return result
  }
  return {
    push: (text) => {
      const chunk = isFirst ? text.replace(/^\uFEFF/, '') : text
      isFirst = false
      let index = 0
      while (index < chunk.length) {
        if (mayEndQuote) {
          mayEndQuote = false
          if (chunk.charAt(index) === '"') {
            add('"')
            index += 1
            continue
          }
          isQuoted = false
          // An empty quotation is a field all the same.
          rowLength += 1
        }
        const signs = isQuoted ? inside : outside
        signs.lastIndex = index
        const found = signs.exec(chunk)?.index ?? chunk.length
        add(chunk.slice(index, found))
        if (found < chunk.length) {
          if (isQuoted) meetQuoted(chunk.charAt(found))
          else meet(chunk.charAt(found))
        }
        index = found + 1
      }
      return taken()
    },
    end: () => {
      if (isQuoted && !mayEndQuote) parts.push({ kind: 'broken-off', line: rowLine })
      else endRow()
      return taken()
    },
  }
}
