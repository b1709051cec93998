// Turns a name into the text by which it is put in order.
import { foldText } from './fold-text.ts'

const DIGITS_KEPT = 12
/** What differs only after this many characters is in any order. */
const LENGTH_KEPT = 400

/** Case and accents do not count; numbers are in the order of their value, so that 2 comes before 10. */
export function sortName(name: string): string {
  const ordered = foldText(name).replace(/\d+/g, (digits) =>
    digits.replace(/^0+(?=\d)/, '').padStart(DIGITS_KEPT, '0'),
  )
  return ordered.slice(0, LENGTH_KEPT)
}
