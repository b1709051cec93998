// Takes the words out of text, as the search of the library sees them: signs only part them.

/** As typed: neither case nor accents are changed. */
export function searchWords(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
}
