// Shortens a name to the one or two letters that stand for it.

const words = new Intl.Segmenter(undefined, { granularity: 'word' })
const letters = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** `KonPro · main` becomes `KM`, `KonPro` becomes `Ko`; a name without words keeps its first sign. */
export function initialsOf(name: string): string {
  const [first = name.trim(), second] = [...words.segment(name)]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ segment }) => segment)
  if (second === undefined) return firstLetters(first, 2)
  return (firstLetters(first, 1) + firstLetters(second, 1)).toLocaleUpperCase()
}

function firstLetters(text: string, count: number): string {
  return [...letters.segment(text)]
    .slice(0, count)
    .map(({ segment }) => segment)
    .join('')
}
