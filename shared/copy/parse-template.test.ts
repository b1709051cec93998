// Tests templates: what is a placeholder, what is text, what is wrong, and what becomes of it.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PLACEHOLDERS, parseTemplate } from './parse-template.ts'
import { sampleAsset } from './sample-asset.testkit.ts'
import { templateFormat } from './template-format.ts'
import { writeCopies } from './write-copies.ts'

const problems = (text: string) => parseTemplate(text).problems
const DEFAULTS = { separator: 'line', before: '', after: '' } as const
const fill = (text: string, part: object = {}, ...assets: Parameters<typeof sampleAsset>[0][]) =>
  writeCopies(
    (assets.length > 0 ? assets : (['konpro'] as const)).map((id) => sampleAsset(id)),
    templateFormat({ text, ...DEFAULTS, ...part }),
  ).text

describe('parseTemplate', () => {
  it.each([
    ['{id}', []],
    ['{"id": "{id}", "kind": "{kind}"}', []],
    ['const { a } = {id}', []],
    ['{ID}', [{ code: 'unknown-placeholder', placeholder: '{ID}' }]],
    ['{id} {nmae}', [{ code: 'unknown-placeholder', placeholder: '{nmae}' }]],
    ['{id:x}', [{ code: 'unknown-placeholder', placeholder: '{id:x}' }]],
    ['{value}', [{ code: 'value-without-name' }]],
    ['{value: }', [{ code: 'value-without-name' }]],
    ['just text', [{ code: 'no-placeholder' }]],
    [String.raw`\{id}`, [{ code: 'no-placeholder' }]],
    [String.raw`\{foo} {id}`, []],
  ])('%s', (text, expected) => expect(problems(text)).toEqual(expected))

  it('loses no sign of the text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('{', '}', 'id', ':', '\\', 'a', '\n', '{id}', '{value:x}')),
        (bits) => {
          const text = bits.join('')
          const back = parseTemplate(text).parts.map((part) =>
            part.kind === 'text'
              ? part.text
              : part.kind === 'fact'
                ? `{${part.name}}`
                : `{value:${part.name}}`,
          )
          const unknown = problems(text).some(
            ({ code }) => code === 'unknown-placeholder' || code === 'value-without-name',
          )
          if (!unknown && !text.includes('\\')) expect(back.join('')).toBe(text)
        },
      ),
    )
  })
})

describe('templateFormat', () => {
  it('knows every placeholder', () => {
    expect(fill(PLACEHOLDERS.map((name) => `${name}={${name}}`).join('\n'))).toBe(
      [
        'id=asset_12',
        'name=cat.png',
        'url=https://files.konpro.ai/12.png',
        'account=Main',
        'provider=KonPro',
        'kind=image',
        'size=1234',
        'width=640',
        'height=480',
        'sha256=ab12',
        'created=2023-11-14T22:13:20.000Z',
        'uploaded=2023-11-14T22:13:21.000Z',
        'expires=',
      ].join('\n'),
    )
  })

  it('takes the provider’s own values by name, and leaves empty what there is not', () => {
    expect(fill('{value:image_key}|{value:nothing}|{value: image_key }')).toBe('img_key_12||img_key_12')
  })

  it('keeps the braces of JSON', () => {
    expect(fill('{"id": "{id}", "n": {"a": 1}}')).toBe('{"id": "asset_12", "n": {"a": 1}}')
    expect(fill(String.raw`\{id} is {id}`)).toBe('{id} is asset_12')
  })

  it.each([
    ['line', 'asset_12\nua_123'],
    ['blank-line', 'asset_12\n\nua_123'],
    ['comma', 'asset_12, ua_123'],
    ['comma-line', 'asset_12,\nua_123'],
    ['space', 'asset_12 ua_123'],
    ['nothing', 'asset_12ua_123'],
  ])('puts %s between several', (separator, expected) => {
    expect(fill('{id}', { separator, before: '[', after: ']' }, 'konpro', 'token360')).toBe(`[${expected}]`)
  })
})
