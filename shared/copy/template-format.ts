// Makes a form of copying out of a person's template.
import type { CopySeparator, CopyTemplate } from '../model/copy-template.ts'
import { valueNamed } from '../model/value-named.ts'
import { assetFacts } from './asset-facts.ts'
import type { CopyFormat } from './copy-formats.ts'
import { parseTemplate } from './parse-template.ts'

export const SEPARATORS: Readonly<Record<CopySeparator, string>> = {
  line: '\n',
  'blank-line': '\n\n',
  comma: ', ',
  'comma-line': ',\n',
  space: ' ',
  nothing: '',
}

/** What is not known of an asset is left empty, and so is a placeholder that there is not. */
export function templateFormat({
  text,
  separator,
  before,
  after,
}: Omit<CopyTemplate, 'id' | 'name'>): CopyFormat {
  const { parts } = parseTemplate(text)
  return {
    piece: (asset) => {
      const facts = assetFacts(asset)
      const written = parts.map((part) => {
        if (part.kind === 'text') return part.text
        if (part.kind === 'value') return valueNamed(asset.item, part.name) ?? ''
        return String(facts[part.name] ?? '')
      })
      return { text: written.join('') }
    },
    join: (texts) => `${before}${texts.join(SEPARATORS[separator])}${after}`,
  }
}
