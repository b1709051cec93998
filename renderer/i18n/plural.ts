// Chooses between the words for one thing or for many, and fills in the count.
import { fill } from './fill.ts'

export type Plural = { readonly one: string; readonly other: string }

const numbers = new Intl.NumberFormat('en')

export function plural(words: Plural, count: number, values: Readonly<Record<string, string>> = {}): string {
  return fill(count === 1 ? words.one : words.other, { count: numbers.format(count), ...values })
}
