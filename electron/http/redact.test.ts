// Shows that what is quoted from outside holds no secret.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { redact } from './redact.ts'

const KEY = 'sk-live-0123456789abcdef'

test.each<[string, string, string]>([
  ['the key, each time', `bad ${KEY}, ${KEY}!`, 'bad •••, •••!'],
  ['the query of an address', 'see https://host/a/b?X-Sig=abc&d=1 now', 'see https://host/a/b now'],
  ['control characters', 'a\r\nb\u0000c\u202ed', 'a b c d'],
  ['spaces', '  a \t  b  ', 'a b'],
])('%s is taken out', (_, text, expected) => {
  expect(redact(text, [KEY])).toBe(expected)
})

test('an empty secret takes nothing out', () => {
  expect(redact('abc', [''])).toBe('abc')
})

test('a key that reaches over the cut leaves no part of itself', () => {
  const clean = redact('x'.repeat(190) + KEY, [KEY])
  expect(clean).not.toContain('sk-')
})

test('no text gets a key through, or grows long', () => {
  fc.assert(
    fc.property(fc.string(), fc.string({ maxLength: 2000 }), (before, after) => {
      const clean = redact(before + KEY + after, [KEY])
      return !clean.includes(KEY) && clean.length <= 300
    }),
  )
})
