// Proves that new accounts get colours that tell them apart.
import { expect, test } from 'vitest'
import { ACCOUNT_COLOURS, freeColour, type AccountColour } from './account-colours.ts'

test('each of the first accounts gets a colour of its own, in the order of the list', () => {
  const taken: AccountColour[] = []
  while (taken.length < ACCOUNT_COLOURS.length) taken.push(freeColour(taken))
  expect(taken).toEqual(ACCOUNT_COLOURS)
})

test('once all are taken the one with fewest accounts comes next', () => {
  expect(freeColour([...ACCOUNT_COLOURS, 'teal', 'blue'])).toBe('violet')
})
