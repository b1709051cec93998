// Tests that whatever text an asset brings along comes out of every form as it went in.
import { execFileSync } from 'node:child_process'
import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Json } from '../providers/asset-use.ts'
import { javascriptLiteral, pythonLiteral } from './code-literal.ts'
import { csvField } from './csv-field.ts'
import { htmlText } from './html-text.ts'
import { markdownCode, markdownText, markdownUrl } from './markdown-text.ts'
import { shellWord } from './shell-word.ts'

const SIGNS = '\'"`\\$<>&,;#!()[]{}=+-@*|~%:/ \t\r\n'

/** Mostly the signs on which quoting breaks. */
const nastyText = fc
  .array(
    fc.oneof(
      fc.nat(SIGNS.length - 1).map((index) => SIGNS.charAt(index)),
      fc.constantFrom('\u2028', '\u2029', 'é', '日', '🦉', '-->', '\r\n', '$(id)', '${x}'),
      fc.string({ maxLength: 4 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''))

const nastyJson: fc.Arbitrary<Json> = fc.letrec<{ json: Json; leaf: Json }>((tie) => ({
  leaf: fc.oneof(
    nastyText,
    fc.boolean(),
    fc.constant(null),
    fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }).map((value) => value + 0),
  ),
  json: fc.oneof(
    { maxDepth: 3 },
    tie('leaf'),
    fc.array(tie('json'), { maxLength: 3 }),
    fc.dictionary(fc.string({ minLength: 1, maxLength: 5 }), tie('json'), { maxKeys: 3 }),
  ),
})).json

describe('literals', () => {
  it('are read by JavaScript as what they were', () => {
    fc.assert(
      fc.property(nastyJson, (value) => {
        const read: unknown = runInNewContext(`JSON.stringify((${javascriptLiteral(value)}))`)
        expect(JSON.parse(String(read))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })

  it('are read by Python as what they were', () => {
    const values = fc.sample(nastyJson, 300)
    const program = `import json\nprint(json.dumps([${values.map((value) => pythonLiteral(value)).join(',\n')}]))`
    const printed = execFileSync('python3', ['-'], { input: program, encoding: 'utf8' })
    expect(JSON.parse(printed)).toEqual(JSON.parse(JSON.stringify(values)))
  })

  it('lie over several lines only where there is something inside', () => {
    expect(javascriptLiteral({ a: [1, {}], b: null })).toBe(
      '{\n  "a": [\n    1,\n    {},\n  ],\n  "b": null,\n}',
    )
    expect(pythonLiteral([true, false, null])).toBe('[\n  True,\n  False,\n  None,\n]')
  })
})

describe('shellWord', () => {
  it('is one word for sh, whatever is in it', () => {
    const texts = fc.sample(nastyText, 300).map((text) => text.replaceAll('\0', ''))
    const script = texts.map((text) => `printf '%s\\0' ${shellWord(text)}`).join('\n')
    const printed = execFileSync('sh', ['-s'], { input: script, encoding: 'utf8' })
    expect(printed.split('\0').slice(0, -1)).toEqual(texts)
  })
})

describe('csvField', () => {
  it('is one field for a reader of RFC 4180, with an apostrophe before what would be calculated', () => {
    fc.assert(
      fc.property(fc.array(nastyText, { minLength: 1, maxLength: 5 }), (fields) => {
        const read = readCsvLine(fields.map(csvField).join(','))
        expect(read.map((field, index) => (field === fields[index] ? field : field.slice(1)))).toEqual(fields)
        for (const field of read) expect(field).not.toMatch(/^\s*[=+\-@\t\r]/)
      }),
    )
  })

  it('guards formulas, not numbers', () => {
    expect(csvField('=HYPERLINK("x")')).toBe(`"'=HYPERLINK(""x"")"`)
    expect(csvField('\t=1')).toBe("'\t=1")
    expect(csvField(' +1')).toBe("' +1")
    expect(csvField(-5)).toBe('-5')
    expect(csvField(null)).toBe('')
  })
})

describe('htmlText', () => {
  it('stays inside an attribute, and reads as what it was', () => {
    fc.assert(
      fc.property(nastyText, (text) => {
        const written = htmlText(text)
        expect(written).not.toMatch(/["<>]/)
        expect(readEntities(written)).toBe(text)
      }),
    )
  })
})

describe('Markdown', () => {
  it('escapes every sign that could begin markup, on one line', () => {
    fc.assert(
      fc.property(nastyText, (text) => {
        const written = markdownText(text)
        expect(written).not.toMatch(/[\r\n]/)
        expect(written.replace(/\\(?:[!-/:-@[-`{-~])/g, '')).not.toMatch(/[\\`*_[\]<>&]/)
        expect(written).not.toMatch(/^\s*(?:\d+[.)]|[#+\-=])/)
        expect(written.replace(/\\([!-/:-@[-`{-~])/g, '$1')).toBe(text.replace(/[\r\n\u2028\u2029]+/g, ' '))
      }),
    )
  })

  it('escapes nothing that needs none', () => {
    expect(markdownText('cat-2.final (1).png!')).toBe('cat-2.final (1).png!')
    expect(markdownText('- a_b')).toBe(String.raw`\- a\_b`)
    expect(markdownText('12. day')).toBe(String.raw`12\. day`)
  })

  it('fences code by more backticks than the code has in a row', () => {
    expect(markdownCode('asset_1')).toBe('`asset_1`')
    expect(markdownCode('a`b')).toBe('``a`b``')
    expect(markdownCode('``')).toBe('``` `` ```')
  })

  it('keeps an address within its brackets', () => {
    fc.assert(
      fc.property(nastyText, (text) => {
        expect(markdownUrl(text).slice(1, -1)).not.toMatch(/[\s<>\\]/)
      }),
    )
    expect(markdownUrl('https://a.b/x(1).png?y=2&z')).toBe('<https://a.b/x(1).png?y=2&z>')
  })
})

function readCsvLine(line: string): string[] {
  const fields: string[] = []
  let rest = line
  for (;;) {
    const [read = '', quoted, bare = ''] = /^(?:"((?:[^"]|"")*)"|([^",\r\n]*))/.exec(rest) ?? []
    fields.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'))
    if (rest.length === read.length) return fields
    expect(rest.charAt(read.length)).toBe(',')
    rest = rest.slice(read.length + 1)
  }
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }

function readEntities(html: string): string {
  return html.replace(/&(\w+|#\d+);/g, (entity, name: string) => ENTITIES[name] ?? entity)
}
