// Says what is wrong with a form of one's own, before it is saved.
import { parseTemplate } from '../../../shared/copy/parse-template.ts'
import type { CopyTemplate } from '../../../shared/model/copy-template.ts'
import { en } from '../../i18n/en.ts'
import { fill } from '../../i18n/fill.ts'

export type TemplateTrouble = { readonly name: string | null; readonly text: string | null }

export function templateTrouble(
  { id, name, text }: Pick<CopyTemplate, 'id' | 'name' | 'text'>,
  others: readonly CopyTemplate[],
): TemplateTrouble {
  const trimmed = name.trim()
  const isTaken = others.some((other) => other.id !== id && other.name === trimmed)
  return {
    name: trimmed === '' ? en.copySettings.emptyName : isTaken ? en.copySettings.sameName : null,
    text: textTrouble(text),
  }
}

function textTrouble(text: string): string | null {
  if (text === '') return en.copySettings.emptyText
  const [problem] = parseTemplate(text).problems
  if (!problem) return null
  const words = en.copySettings.problems[problem.code]
  switch (problem.code) {
    case 'unknown-placeholder':
      return fill(words, { placeholder: problem.placeholder })
    case 'value-without-name':
      return fill(words, { mark: '{value:image_key}' })
    case 'no-placeholder':
      return fill(words, { mark: '{id}' })
  }
}
