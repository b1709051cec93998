// Tests how the keyboard moves through the library.
import { describe, expect, it } from 'vitest'
import { gridStep } from './grid-step.ts'
import { createTypeAhead } from './type-ahead.ts'

const grid = { index: 5, count: 12, columns: 4, pageRows: 2 }

describe('gridStep', () => {
  it.each([
    ['ArrowRight', 6],
    ['ArrowLeft', 4],
    ['ArrowDown', 9],
    ['ArrowUp', 1],
    ['PageDown', 11],
    ['PageUp', 0],
    ['Home', 0],
    ['End', 11],
    ['x', null],
  ])('%s leads to %s', (key, index) => expect(gridStep(key, grid)).toBe(index))

  it('stays where there is nothing above or below', () => {
    expect(gridStep('ArrowUp', { ...grid, index: 2 })).toBe(2)
    expect(gridStep('ArrowDown', { ...grid, index: 10 })).toBe(10)
  })

  it('leaves left and right alone in a list', () => {
    expect(gridStep('ArrowRight', { ...grid, columns: 1 })).toBeNull()
  })
})

describe('createTypeAhead', () => {
  const names = ['cat.png', 'castle.jpg', 'dog.png']

  it('refines while one types on, and starts over after a pause', () => {
    const find = createTypeAhead()
    expect(find('c', names, 2, 0)).toBe(0)
    expect(find('a', names, 0, 100)).toBe(0)
    expect(find('s', names, 0, 200)).toBe(1)
    expect(find('d', names, 1, 2000)).toBe(2)
    expect(find('z', names, 2, 4000)).toBe(-1)
  })

  it('goes on to the next match with the same first letter', () => {
    expect(createTypeAhead()('c', names, 0, 0)).toBe(1)
  })
})
