// Proves that documents are cut at the same places however they come in, and that none can hold up the reader.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvField, fromCsvField } from '../../../shared/copy/csv-field.ts'
import { createCsvSplitter } from './split-csv.ts'
import { createJsonSplitter } from './split-json.ts'

const nasty = fc.string({
  unit: fc.constantFrom(
    '"',
    '\\',
    ',',
    ';',
    '\n',
    '\r',
    '{',
    '}',
    '[',
    ']',
    "'",
    '=',
    '+',
    '@',
    '\t',
    ' ',
    'é',
    '🐈',
    'a',
    ':',
  ),
})
const json = fc.jsonValue({ stringUnit: 'grapheme' })

function inPieces(text: string, cuts: readonly number[]): readonly string[] {
  const places = [0, ...cuts.map((cut) => cut % (text.length + 1)).sort((a, b) => a - b), text.length]
  return places.slice(1).map((end, index) => text.slice(places[index], end))
}

function splitJson(pieces: readonly string[]) {
  const splitter = createJsonSplitter('entries')
  return [...pieces.flatMap((piece) => splitter.push(piece)), ...splitter.end()]
}

function splitCsv(pieces: readonly string[], mostRowLength?: number) {
  const splitter = createCsvSplitter(mostRowLength)
  return [...pieces.flatMap((piece) => splitter.push(piece)), ...splitter.end()]
}

test('a JSON list is cut into its elements, however it is written and comes in', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(json, nasty), { maxLength: 6 }),
      nasty,
      fc.constantFrom(undefined, 2, '\t'),
      fc.array(fc.nat(), { maxLength: 8 }),
      (entries, other, indent, cuts) => {
        const text = JSON.stringify({ other, entries, after: [other] }, null, indent)
        const parts = splitJson(inPieces(text, cuts))
        const texts = (kind: string) =>
          parts.flatMap((part) => (part.kind === kind && 'text' in part ? [part.text] : []))
        expect(texts('element').map((part) => JSON.parse(part) as unknown)).toEqual(
          entries.map((entry) => JSON.parse(JSON.stringify(entry)) as unknown),
        )
        expect(texts('member').map((part) => JSON.parse(`{${part}}`) as unknown)).toEqual([
          { other },
          { after: [other] },
        ])
        expect(parts).toHaveLength(entries.length + 2)
      },
    ),
  )
})

test('each part knows its line', () => {
  const text = '{"a":1,\n"entries":[\n{"x":\n1},\n\n{"y":2}\n]}\n'
  expect(splitJson([text]).map(({ kind, line }) => [kind, line])).toEqual([
    ['member', 1],
    ['element', 3],
    ['element', 6],
  ])
})

test.each([
  ['nothing', '', 1],
  ['no object', '[1]', 1],
  ['text before', 'x{"entries":[]}', 1],
  ['text after', '{"entries":[]}\nx', 2],
  ['a cut', '{"entries":[\n{"a":1},\n{"b"', 3],
  ['a cut in a string', '{"entries":["abc', 1],
  ['a wrong end', '{"entries":[1}', 1],
])('%s breaks the document off', (_, text, line) => {
  expect(splitJson([text]).at(-1)).toEqual({ kind: 'broken-off', line })
})

test('what is too deep or too long is left out, and the rest is read', () => {
  const deep = '['.repeat(1_000_000) + ']'.repeat(1_000_000)
  const long = JSON.stringify('x'.repeat(3_000_000))
  const parts = splitJson([
    `{"entries":[\n${deep},\n`,
    ...inPieces(long, [500_000, 1_000_000, 2_000_000]),
    ',\n1]}',
  ])
  expect(parts).toEqual([
    { kind: 'too-long', line: 2 },
    { kind: 'too-long', line: 3 },
    { kind: 'element', line: 4, text: '1' },
  ])
  expect(splitJson([`{"entries":[${'['.repeat(100)}${']'.repeat(100)},1]}`])[0]).toEqual({
    kind: 'too-deep',
    line: 1,
  })
})

test('CSV gives back what was written, however it comes in', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(nasty, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 }),
      fc.array(fc.nat(), { maxLength: 8 }),
      (rows, cuts) => {
        const text = ['a,b', ...rows.map((row) => row.map(csvField).join(','))].join('\r\n')
        const read = splitCsv(inPieces(`\uFEFF${text}`, cuts)).slice(1)
        expect(read.map((part) => ('fields' in part ? part.fields.map(fromCsvField) : []))).toEqual(rows)
      },
    ),
    { examples: [[[['=1', "'=1"]], []]] },
  )
})

test('CSV of a spreadsheet in another country is read as well', () => {
  const [, row] = splitCsv(['id;name\n1;"a;b, c"\n'])
  expect(row).toMatchObject({ fields: ['1', 'a;b, c'], line: 2 })
})

test('CSV: lines are those of the file; a row without end, or a far too long one, is told', () => {
  expect(splitCsv(['a,b\n"x\ny",1\n\nz,"2'])).toMatchObject([
    { kind: 'row', line: 1 },
    { kind: 'row', line: 2, fields: ['x\ny', '1'] },
    { kind: 'broken-off', line: 5 },
  ])
  expect(splitCsv(['a,b\n', 'x'.repeat(60), 'x'.repeat(60), ',1\ny,2'], 100)).toMatchObject([
    { kind: 'row' },
    { kind: 'too-long', line: 2 },
    { kind: 'row', fields: ['y', '2'], line: 3 },
  ])
})
