// Shows that the schedule is fair, and never starts more than it may.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { accountIdSchema, jobIdSchema } from '../../shared/ids.ts'
import { jobsToStart, type Lane } from './schedule.ts'

function lane(name: string, queuedCount: number, change: Partial<Lane> = {}): Lane {
  return {
    accountId: accountIdSchema.parse(name),
    queued: Array.from({ length: queuedCount }, (_, index) => jobIdSchema.parse(`${name}${index + 1}`)),
    runningCount: 0,
    mostAtOnce: 2,
    ...change,
  }
}

test.each<[string, Lane[], number, string[]]>([
  ['no lanes', [], 8, []],
  ['up to the lane’s limit', [lane('a', 5)], 8, ['a1', 'a2']],
  ['what runs counts', [lane('a', 5, { runningCount: 1 })], 8, ['a1']],
  ['a full lane', [lane('a', 5, { runningCount: 2 })], 8, []],
  ['in turns', [lane('a', 5), lane('b', 5)], 3, ['a1', 'b1', 'a2']],
  ['the app’s own limit counts all that runs', [lane('a', 5), lane('b', 5, { runningCount: 2 })], 3, ['a1']],
  ['held', [lane('a', 5, { mostAtOnce: 0 }), lane('b', 1)], 8, ['b1']],
  ['one probe', [lane('a', 5, { mostAtOnce: 1 }), lane('b', 1)], 8, ['a1', 'b1']],
  [
    'a held lane’s running jobs still count',
    [lane('a', 0, { mostAtOnce: 0, runningCount: 2 }), lane('b', 2)],
    3,
    ['b1'],
  ],
])('%s', (_, lanes, mostAtOnce, expected) => {
  expect(jobsToStart(lanes, mostAtOnce)).toEqual(expected)
})

const anyLanes = fc
  .array(
    fc.record({
      queuedCount: fc.nat(6),
      runningCount: fc.nat(3),
      mostAtOnce: fc.nat(4),
    }),
    { maxLength: 6 },
  )
  .map((drafts) =>
    drafts.map(({ queuedCount, ...change }, index) => lane(`lane${index}-`, queuedCount, change)),
  )

test('for any lanes: within every limit, in queue order, nobody idle without cause', () => {
  fc.assert(
    fc.property(anyLanes, fc.nat(10), (lanes, mostAtOnce) => {
      const picked = new Set(jobsToStart(lanes, mostAtOnce))
      const running = lanes.reduce((sum, { runningCount }) => sum + runningCount, 0)
      if (picked.size > 0) expect(running + picked.size).toBeLessThanOrEqual(mostAtOnce)
      for (const one of lanes) {
        const started = one.queued.filter((id) => picked.has(id))
        expect(started).toEqual(one.queued.slice(0, started.length))
        if (started.length > 0) expect(one.runningCount + started.length).toBeLessThanOrEqual(one.mostAtOnce)
        const hasRoom = one.runningCount + started.length < one.mostAtOnce
        if (hasRoom && started.length < one.queued.length)
          expect(running + picked.size).toBeGreaterThanOrEqual(mostAtOnce)
      }
    }),
    { numRuns: 500 },
  )
})
