// Writes data as a literal of a programming language.
import type { Json } from '../providers/asset-use.ts'

type Words = { readonly true: string; readonly false: string; readonly null: string }

const JAVASCRIPT: Words = { true: 'true', false: 'false', null: 'null' }
const PYTHON: Words = { true: 'True', false: 'False', null: 'None' }

const INDENT = '  '

export function javascriptLiteral(value: Json, depth = 0): string {
  return literal(value, depth, JAVASCRIPT)
}

export function pythonLiteral(value: Json, depth = 0): string {
  return literal(value, depth, PYTHON)
}

function literal(value: Json, depth: number, words: Words): string {
  if (value === null) return words.null
  if (typeof value === 'boolean') return words[`${value}`]
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return quoted(value)
  const inner = INDENT.repeat(depth + 1)
  const lines = isList(value)
    ? value.map((entry) => literal(entry, depth + 1, words))
    : Object.entries(value).map(([name, entry]) => `${quoted(name)}: ${literal(entry, depth + 1, words)}`)
  const [open, close] = isList(value) ? ['[', ']'] : ['{', '}']
  if (lines.length === 0) return `${open}${close}`
  return `${open}\n${lines.map((line) => `${inner}${line},\n`).join('')}${INDENT.repeat(depth)}${close}`
}

function isList(value: object): value is readonly Json[] {
  return Array.isArray(value)
}

/** JSON's own escapes mean the same in both languages; the two separators end a line for older readers of scripts. */
function quoted(text: string): string {
  return JSON.stringify(text)
    .replaceAll('\u2028', String.raw`\u2028`)
    .replaceAll('\u2029', String.raw`\u2029`)
}
