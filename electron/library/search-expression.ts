// Turns what a person types into an FTS5 expression.
import { searchWords } from '../../shared/search-words.ts'
import type { Mark } from './search-marks.ts'

/**
 * Every word must begin a word of the asset, or name something of it that has a mark, in any order; null when nothing
 * was typed. Signs alone, which are no words, are found nowhere.
 */
export function searchExpression(typed: string, marksOf: (word: string) => readonly Mark[]): string | null {
  // Quoted, each word is plain text to FTS5: none of its operators can be typed by accident.
  const words = searchWords(typed)
  if (words.length === 0) return typed.trim() === '' ? null : '""'
  return words.map((word) => oneOf(word, marksOf(word))).join(' AND ')
}

function oneOf(word: string, marks: readonly Mark[]): string {
  const meanings = [`words : "${word}"*`, ...marks.map((mark) => `marks : "${mark}"`)]
  return `(${meanings.join(' OR ')})`
}
