// Tests which tiles a lasso catches, against measuring each tile by itself.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { lassoHits } from './lasso-hits.ts'

const grid = { count: 10, columns: 3, rowPx: 100, widthPx: 316, gapPx: 8 }
const box = (leftPx: number, topPx: number, rightPx: number, bottomPx: number) => ({
  leftPx,
  topPx,
  rightPx,
  bottomPx,
})

it('catches what it touches, in the order shown', () => {
  expect(lassoHits(box(50, 50, 150, 150), grid)).toEqual([0, 1, 3, 4])
  expect(lassoHits(box(-20, -20, 400, 1000), grid)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
})

it('catches nothing between two tiles, nor after the last', () => {
  expect(lassoHits(box(101, 10, 107, 20), grid)).toEqual([])
  expect(lassoHits(box(10, 93, 20, 99), grid)).toEqual([])
  expect(lassoHits(box(120, 310, 300, 380), grid)).toEqual([])
})

it('agrees with measuring every tile', () => {
  const place = fc.integer({ min: -50, max: 1500 }).map((px) => px + 0.25)
  fc.assert(
    fc.property(place, place, place, place, fc.integer({ min: 2, max: 6 }), (x1, y1, x2, y2, columns) => {
      const drawn = box(Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2))
      const stepPx = (grid.widthPx + grid.gapPx) / columns
      const expected = Array.from({ length: grid.count }, (_, index) => index).filter((index) => {
        const leftPx = (index % columns) * stepPx
        const topPx = Math.floor(index / columns) * grid.rowPx
        return (
          drawn.leftPx <= leftPx + stepPx - grid.gapPx &&
          drawn.rightPx >= leftPx &&
          drawn.topPx <= topPx + grid.rowPx - grid.gapPx &&
          drawn.bottomPx >= topPx
        )
      })
      expect(lassoHits(drawn, { ...grid, columns })).toEqual(expected)
    }),
  )
})
