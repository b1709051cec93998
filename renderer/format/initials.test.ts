// Proves which letters stand for an account's name.
import { expect, test } from 'vitest'
import { initialsOf } from './initials.ts'

test.each([
  ['KonPro · main', 'KM'],
  ['KonPro', 'Ko'],
  ['1min · team', '1T'],
  ['x', 'x'],
  ['étage premier', 'ÉP'],
  ['👩‍👩‍👧', '👩‍👩‍👧'],
  ['···', '··'],
])('%s becomes %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials)
})
