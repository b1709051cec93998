// Tests the writing of long rows of assets: order, length, and that others get their turn.
import { expect, it } from 'vitest'
import { copyFormat } from '../../shared/copy/copy-formats.ts'
import { sampleAsset, without } from '../../shared/copy/sample-asset.testkit.ts'
import { cursorSchema, type Cursor } from '../../shared/ids.ts'
import { writePages } from './write-pages.ts'

const SIZE = 1000
const { item } = sampleAsset('konpro')

function pages(count: number) {
  return (cursor: Cursor | null) => {
    const from = Number(cursor ?? 0)
    const length = Math.min(SIZE, count - from)
    const items = Array.from({ length }, (_, index) => ({
      ...item,
      primaryId: `asset_${String(from + index)}`,
    }))
    const next = from + SIZE
    return { items, nextCursor: next < count ? cursorSchema.parse(String(next)) : null }
  }
}

it('writes 100,000 IDs, one a line, while other work goes on', async () => {
  let turns = 0
  const beat = setInterval(() => (turns += 1), 0)
  const format = copyFormat('id')
  const { text, ...rest } = await writePages({
    pageAfter: pages(100_000),
    accounts: [],
    format,
    longest: 16_000_000,
  })
  clearInterval(beat)
  expect(rest).toEqual({ isTooLong: false, writtenCount: 100_000, leftOutCount: 0 })
  expect(text).toBe(Array.from({ length: 100_000 }, (_, index) => `asset_${String(index)}`).join('\n'))
  expect(turns).toBeGreaterThan(5)
})

it('gives up what is too long as soon as that is certain', async () => {
  let asked = 0
  const pageAfter = (cursor: Cursor | null) => {
    asked += 1
    return pages(100_000)(cursor)
  }
  const written = await writePages({ pageAfter, accounts: [], format: copyFormat('json'), longest: 10_000 })
  expect(written).toMatchObject({ text: null, isTooLong: true })
  expect(asked).toBe(1)
})

it('counts what has no such form', async () => {
  const bare = without(sampleAsset('konpro'), 'url').item
  const pageAfter = () => ({ items: [bare, item], nextCursor: null })
  const written = await writePages({ pageAfter, accounts: [], format: copyFormat('url'), longest: 1000 })
  expect(written).toEqual({
    text: 'https://files.konpro.ai/12.png',
    isTooLong: false,
    writtenCount: 1,
    leftOutCount: 1,
  })
})
