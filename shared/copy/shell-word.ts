// Writes text as one word of a POSIX shell: nothing within single quotes has a meaning.

/** A NUL, which no word can hold, is left out. */
export function shellWord(text: string): string {
  return `'${text.replaceAll('\0', '').replaceAll("'", String.raw`'\''`)}'`
}
