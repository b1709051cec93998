// Proves what of a view is offered for export.
import { expect, test } from 'vitest'
import { anItem } from '../bridge/fake-bridge.testkit.ts'
import { exportChoices } from './export-choices.ts'

const items = [anItem('a'), anItem('b')]
const [first] = items
const view = { selected: [], whole: null, items, hasMore: true, total: null, filter: null }
const filter = {
  accountId: null,
  containerId: null,
  kind: null,
  search: 'a',
  sinceMs: null,
  state: null,
  tag: null,
  sort: { by: 'date', direction: 'descending' },
} as const
const offered = (...of: Parameters<typeof exportChoices>) =>
  exportChoices(...of).map(({ what, count }) => [what, count])

test('of a provider’s list only what is loaded is known', () => {
  expect(offered({ ...view, selected: first ? [first] : [] }, 9)).toEqual([
    ['selected', 1],
    ['loaded', 2],
    ['record', 9],
  ])
  expect(offered({ ...view, hasMore: false }, 0)).toEqual([['shown', 2]])
})

test('of the record all that matches, however much of it is loaded', () => {
  expect(exportChoices({ ...view, filter, total: 500 }, 9)[0]).toEqual({
    what: 'shown',
    count: 500,
    scope: { of: 'query', query: filter },
  })
  const whole = { query: filter, count: 500 }
  expect(exportChoices({ ...view, filter, whole, selected: items }, 9)[0]).toMatchObject({
    what: 'selected',
    count: 500,
    scope: { of: 'query' },
  })
})

test('nothing is offered of nothing', () => {
  expect(exportChoices({ ...view, items: [], hasMore: false }, 0)).toEqual([])
})
