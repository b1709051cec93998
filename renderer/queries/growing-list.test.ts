// Tests that many pages are one list, which grows by the new page alone.
import { expect, it } from 'vitest'
import type { LibraryPage } from '../../shared/model/library-page.ts'
import { anItem } from '../bridge/fake-bridge.testkit.ts'
import { createGrowingList } from './growing-list.ts'

const page = (...ids: readonly string[]): LibraryPage => ({
  items: ids.map((id) => anItem(id)),
  nextCursor: null,
  total: null,
})
const idsOf = ({ items }: ReturnType<ReturnType<typeof createGrowingList>>) =>
  items.map(({ primaryId }) => primaryId)

it('has each asset once, in the order of its first page', () => {
  const listOf = createGrowingList()
  const pages = [page('1', '2'), page('2', '3')]
  expect(idsOf(listOf(pages))).toEqual(['1', '2', '3'])
  expect(listOf(pages).keys).toEqual(['a1/1', 'a1/2', 'a1/3'])
})

it('is the same list for the same pages', () => {
  const listOf = createGrowingList()
  const pages = [page('1')]
  expect(listOf([...pages])).toBe(listOf([...pages]))
})

it('looks at a further page alone', () => {
  const listOf = createGrowingList()
  const first = page('1', '2')
  listOf([first])
  const items = first.items as { length: number }
  Object.defineProperty(first, 'items', {
    get: () => {
      throw new Error('looked at again')
    },
  })
  expect(items).toHaveLength(2)
  expect(idsOf(listOf([first, page('3')]))).toEqual(['1', '2', '3'])
})

it('starts over when an earlier page changed or went', () => {
  const listOf = createGrowingList()
  const last = page('3')
  listOf([page('1', '2'), last])
  expect(idsOf(listOf([page('0', '1'), last]))).toEqual(['0', '1', '3'])
  expect(idsOf(listOf([last]))).toEqual(['3'])
})
