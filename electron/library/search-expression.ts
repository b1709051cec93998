// Turns what a person types into an FTS5 expression.

/**
 * Every word must begin a word of the asset, in any order; null when nothing was typed. Signs alone, which are no
 * words, are found nowhere.
 */
export function searchExpression(typed: string): string | null {
  // Quoted, each word is plain text to FTS5: none of its operators can be typed by accident.
  const words = typed.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  if (words.length === 0) return typed.trim() === '' ? null : '""'
  return words.map((word) => `"${word}"*`).join(' ')
}
