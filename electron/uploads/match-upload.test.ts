// The match of a lost upload with what a provider lists: what is adopted, what is asked, what is absent.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { RemoteAsset } from '../../shared/model/asset.ts'
import { sampleAsset } from '../../shared/model/sample-asset.testkit.ts'
import { CLOCK_DOUBT_MS, fits, matchUpload, type Candidate, type Sought } from './match-upload.ts'

const START_MS = 10 * CLOCK_DOUBT_MS
const END_MS = START_MS + 60_000
const HOUR_MS = 3_600_000

const nameless: Sought = {
  listedName: null,
  sizeBytes: 1000,
  kind: 'image',
  createdFromMs: START_MS,
  createdToMs: END_MS,
}
const named: Sought = { ...nameless, listedName: 'a.png' }
/** As KonPro lists: a time, the ID for a name, no size. */
const timed = (primaryId: string, createdAtMs = START_MS + 1000, change: Partial<RemoteAsset> = {}) =>
  sampleAsset(primaryId, { name: primaryId, createdAtMs, ...change })
/** As Indream lists: name and size, no time. */
const titled = (primaryId: string, name: string, sizeBytes = 1000) =>
  sampleAsset(primaryId, { name, sizeBytes })

const free = (asset: RemoteAsset, change: Partial<Candidate> = {}): Candidate => ({
  asset,
  content: 'unknown',
  rivals: [],
  ...change,
})

test.each<[string, Sought, readonly Candidate[], string]>([
  ['nothing listed', nameless, [], 'absent'],
  ['one in time', nameless, [free(timed('a'))], 'a'],
  [
    'one in time among older ones',
    nameless,
    [free(timed('a')), free(timed('old', START_MS - 9 * HOUR_MS))],
    'a',
  ],
  ['two in time', nameless, [free(timed('a')), free(timed('b'))], 'ambiguous'],
  [
    'two in time, one has the bytes',
    nameless,
    [free(timed('a')), free(timed('b'), { content: 'same' })],
    'b',
  ],
  ['one in time with other bytes', nameless, [free(timed('a'), { content: 'different' })], 'ambiguous'],
  ['one in time of another kind', nameless, [free(timed('a', START_MS, { kind: 'video' }))], 'absent'],
  ['one in time of another size', nameless, [free(timed('a', START_MS, { sizeBytes: 999 }))], 'absent'],
  ['one an hour before: clocks may differ', nameless, [free(timed('a', START_MS - HOUR_MS))], 'ambiguous'],
  ['one an hour after', nameless, [free(timed('a', END_MS + HOUR_MS))], 'ambiguous'],
  ['one two days before', nameless, [free(timed('a', START_MS - 2 * CLOCK_DOUBT_MS))], 'absent'],
  ['one that a rival may have made', nameless, [free(timed('a'), { rivals: [nameless] })], 'ambiguous'],
  [
    'one that a rival of another time cannot have made',
    nameless,
    [free(timed('a'), { rivals: [{ ...nameless, createdFromMs: END_MS, createdToMs: END_MS + 1000 }] })],
    'a',
  ],
  ['one without time, name or size', nameless, [free(sampleAsset('a'))], 'ambiguous'],
  ['the same size without a name to go by', nameless, [free(titled('a', 'a.png'))], 'ambiguous'],
  ['the same name and size', named, [free(titled('a', 'a.png'))], 'a'],
  ['the same name and another size', named, [free(titled('a', 'a.png', 999))], 'absent'],
  ['another name, the same size', named, [free(titled('a', 'b.png'))], 'ambiguous'],
  ['another name, the same bytes', named, [free(titled('a', 'b.png'), { content: 'same' })], 'a'],
  [
    'the same name and size twice',
    named,
    [free(titled('a', 'a.png')), free(titled('b', 'a.png'))],
    'ambiguous',
  ],
])('%s: %#', (_, sought, candidates, expected) => {
  const match = matchUpload(sought, candidates)
  expect(match.type === 'found' ? match.asset.primaryId : match.type).toBe(expected)
})

const assets = fc.record({
  kind: fc.constantFrom('image', 'video', 'other'),
  name: fc.option(fc.constantFrom('a.png', 'b.png'), { nil: null }),
  createdAtMs: fc.option(fc.integer({ min: START_MS - 3 * CLOCK_DOUBT_MS, max: END_MS + HOUR_MS }), {
    nil: null,
  }),
  sizeBytes: fc.option(fc.constantFrom(1000, 999), { nil: null }),
})
const soughts = fc.constantFrom(nameless, named, { ...named, kind: 'video' as const })
const candidates = fc
  .array(
    fc.record({
      asset: assets,
      content: fc.constantFrom('same', 'different', 'unknown'),
      rivals: fc.array(soughts, { maxLength: 2 }),
    }),
    { maxLength: 5 },
  )
  .map((all) => all.map((one, index) => ({ ...one, asset: sampleAsset(`id-${index}`, one.asset) })))

test('whatever is listed: adopted is the same bytes, or the only one that fits and that no other upload made', () => {
  fc.assert(
    fc.property(soughts, candidates, (sought, listed) => {
      const match = matchUpload(sought, listed)
      if (match.type !== 'found') return
      const chosen = listed.find(({ asset }) => asset === match.asset)
      if (chosen?.content === 'same') return
      expect(listed.filter(({ asset }) => fits(sought, asset))).toEqual([chosen])
      expect(chosen?.rivals.some((rival) => fits(rival, match.asset))).toBe(false)
      expect(chosen?.content).toBe('unknown')
      const { createdAtMs, name, sizeBytes } = match.asset
      expect(createdAtMs !== null || (name === sought.listedName && sizeBytes === sought.sizeBytes)).toBe(
        true,
      )
    }),
    { numRuns: 5000 },
  )
})

test('whatever is listed: absent means that nothing which fits is there', () => {
  fc.assert(
    fc.property(soughts, candidates, (sought, listed) => {
      if (matchUpload(sought, listed).type === 'absent')
        expect(listed.filter(({ asset }) => fits(sought, asset))).toEqual([])
    }),
    { numRuns: 5000 },
  )
})
