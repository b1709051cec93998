// Turns what a person types into an FTS5 expression.

/** Every word must begin a word of the asset, in any order; null when there is no word to look for. */
export function searchExpression(typed: string): string | null {
  // Quoted, each word is plain text to FTS5: none of its operators can be typed by accident.
  const words = typed.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  return words.length > 0 ? words.map((word) => `"${word}"*`).join(' ') : null
}
