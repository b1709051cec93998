// Tests what is found among loaded assets, where their provider cannot look.
import { describe, expect, it } from 'vitest'
import { anItem } from '../../bridge/fake-bridge.testkit.ts'
import { type LocalFilter, narrowLoaded } from './local-search.ts'

const NOW_MS = 1_700_000_000_000
const DAY_MS = 24 * 3_600_000
const NOTHING: LocalFilter = {
  search: '',
  sinceMs: null,
  state: null,
  tag: null,
  sort: null,
  alsoFoundBy: 'KonPro · main',
  nowMs: NOW_MS,
}
const cat = anItem('asset_1', { name: 'Röd Cat 10.png', tags: ['keep'], createdAtMs: NOW_MS, sizeBytes: 5 })
const clip = anItem('asset_2', {
  name: 'cat 2.mp4',
  kind: 'video',
  note: 'for Zoë',
  createdAtMs: NOW_MS - 9 * DAY_MS,
  readiness: 'failed',
  sizeBytes: 9,
})
const silent = anItem('asset_3', {
  name: null,
  createdAtMs: null,
  expiresAtMs: NOW_MS + DAY_MS,
  sizeBytes: null,
})
const ITEMS = [cat, clip, silent]
const found = (change: Partial<LocalFilter>) => narrowLoaded(ITEMS, { ...NOTHING, ...change })

describe('narrowLoaded', () => {
  it('gives back the very list where nothing is asked for', () => {
    expect(found({})).toBe(ITEMS)
  })

  it.each([
    ['cat rod', [cat]],
    ['ASSET_2', [clip]],
    ['cat asset_2', [clip]],
    ['zoe', [clip]],
    ['keep', [cat]],
    ['videos', [clip]],
    ['main konpro', ITEMS],
    ['dog', []],
    ['***', []],
  ])('typed: %s', (search, expected) => {
    expect(found({ search })).toEqual(expected)
  })

  it('filters by day, state or tag', () => {
    expect(found({ sinceMs: NOW_MS - DAY_MS })).toEqual([cat])
    expect(found({ state: 'failed' })).toEqual([clip])
    expect(found({ state: 'ready' })).toEqual([cat, silent])
    expect(found({ state: 'expiring' })).toEqual([silent])
    expect(found({ tag: 'keep' })).toEqual([cat])
    expect(found({ tag: 'kee' })).toEqual([])
  })

  it('puts what is loaded in order', () => {
    expect(found({ sort: { by: 'name', direction: 'ascending' } })).toEqual([silent, clip, cat])
    expect(found({ sort: { by: 'size', direction: 'descending' } })).toEqual([clip, cat, silent])
    expect(found({ sort: { by: 'date', direction: 'ascending' } })).toEqual([silent, clip, cat])
  })
})
