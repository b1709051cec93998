// Proves where an account comes to be.
import { expect, test } from 'vitest'
import type { AccountId } from '../../../shared/ids.ts'
import { movedOrder } from './moved-order.ts'

const ids = ['a', 'b', 'c', 'd'] as AccountId[]
const move = (moved: string, gap: number) => movedOrder(ids, moved as AccountId, gap)?.join('') ?? null

test.each([
  ['a', 4, 'bcda'],
  ['a', 2, 'bacd'],
  ['d', 0, 'dabc'],
  ['c', 1, 'acbd'],
])('%s into gap %i gives %s', (moved, gap, order) => {
  expect(move(moved, gap)).toBe(order)
})

test.each([
  ['b', 1],
  ['b', 2],
  ['b', -1],
  ['b', 5],
  ['x', 0],
])('%s into gap %i changes nothing', (moved, gap) => {
  expect(move(moved, gap)).toBeNull()
})
