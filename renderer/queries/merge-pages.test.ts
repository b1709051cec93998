// Tests that new assets appear once, and that nobody loses their place.
import { describe, expect, it } from 'vitest'
import { cursorSchema } from '../../shared/ids.ts'
import type { LibraryPage } from '../../shared/model/library-page.ts'
import { anItem } from '../bridge/fake-bridge.testkit.ts'
import { createGrowingList } from './growing-list.ts'
import { mergeFirstPage } from './merge-pages.ts'

const page = (ids: readonly string[], next: string | null = null): LibraryPage => ({
  items: ids.map((id) => anItem(id)),
  nextCursor: next === null ? null : cursorSchema.parse(next),
  total: null,
})
const ids = (pages: readonly LibraryPage[]) =>
  createGrowingList()(pages).items.map(({ primaryId }) => primaryId)

describe('mergeFirstPage', () => {
  it('puts new assets first and keeps later pages with their cursors', () => {
    const pages = [page(['3', '2'], 'old-2'), page(['1'])]
    const merged = mergeFirstPage(pages, page(['4', '3'], 'new-2'))
    expect(merged && ids(merged)).toEqual(['4', '3', '2', '1'])
    expect(merged?.[0]?.nextCursor).toBe('old-2')
  })

  it('takes the newer description of a known asset', () => {
    const fresh: LibraryPage = {
      items: [anItem('2', { name: 'renamed.png' })],
      nextCursor: null,
      total: null,
    }
    const merged = mergeFirstPage([page(['2'])], fresh)
    expect(merged?.[0]?.items.map(({ name }) => name)).toEqual(['renamed.png'])
  })

  it('fills an empty library', () => {
    expect(mergeFirstPage([page([])], page(['1']))).toEqual([page(['1'])])
  })

  it('gives up when more is new than one page holds', () => {
    expect(mergeFirstPage([page(['2', '1'])], page(['9', '8'], 'more'))).toBeNull()
  })
})

describe('distinctItems', () => {
  it('shows an asset once, though shifted paging repeats it', () => {
    expect(ids([page(['3', '2'], 'x'), page(['2', '1'])])).toEqual(['3', '2', '1'])
  })
})
