// Tests that what is in view stays there.
import { expect, it } from 'vitest'
import { steadyTop } from './steady-top.ts'

const letters = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l']
const grid = { columns: 2, rowPx: 100 }

it.each([
  ['two new ones push it down by a row', ['new 1', 'new 2', ...letters], 250, 350],
  ['as many gone from above pull it up', letters.slice(2), 250, 150],
  ['what changes below changes nothing', letters.slice(0, 9), 250, 250],
  ['at the top the new ones are shown', ['new 1', 'new 2', ...letters], 0, 0],
  [
    'one that is gone is stood for by the next',
    ['new 1', 'new 2', ...letters.filter((x) => x !== 'e')],
    250,
    350,
  ],
  ['another list altogether is left where it is', ['x', 'y', 'z'], 250, 250],
])('%s', (_, after, topPx, expected) => {
  expect(steadyTop(letters, after, { ...grid, topPx })).toBe(expected)
})
