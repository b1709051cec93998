// Tests the selection against what every file manager does.
import { describe, expect, it } from 'vitest'
import { selectStep } from './selection-actions.ts'
import { NO_SELECTION } from './selection-store.ts'

const keys = ['a', 'b', 'c', 'd', 'e']
const plain = { range: false, toggle: false }
const range = { range: true, toggle: false }
const toggle = { range: false, toggle: true }

describe('selectStep', () => {
  it('selects one and only one on a plain click', () => {
    const state = selectStep({ ...NO_SELECTION, selected: new Set(keys) }, keys, 'b', plain)
    expect([...state.selected]).toEqual(['b'])
  })

  it('spans from the anchor in either direction, and keeps the anchor', () => {
    const anchored = selectStep(NO_SELECTION, keys, 'c', plain)
    const down = selectStep(anchored, keys, 'e', range)
    expect([...down.selected]).toEqual(['c', 'd', 'e'])
    const up = selectStep(down, keys, 'b', range)
    expect([...up.selected]).toEqual(['b', 'c'])
    expect(up.anchorKey).toBe('c')
  })

  it('adds and takes away one by one', () => {
    const both = selectStep(selectStep(NO_SELECTION, keys, 'a', plain), keys, 'd', toggle)
    expect([...both.selected]).toEqual(['a', 'd'])
    expect([...selectStep(both, keys, 'a', toggle).selected]).toEqual(['d'])
  })

  it('starts over when the anchor is no longer on screen', () => {
    const state = selectStep({ ...NO_SELECTION, anchorKey: 'gone' }, keys, 'b', range)
    expect([...state.selected]).toEqual(['b'])
  })
})
