// Shows where moved jobs land, and that a move leaves nearly all others alone.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { jobIdSchema } from '../../shared/ids.ts'
import type { JobStatus } from '../../shared/model/job.ts'
import { moved, POSITION_STEP, type MoveTo } from './job-order.ts'
import type { Job } from './job.ts'
import { sampleJob } from './sample-job.testkit.ts'

const idOf = (name: string | number) => jobIdSchema.parse(`job-${name}`)
const inOrder = (jobs: readonly Job[]) => [...jobs].sort((a, b) => a.position - b.position)

function line(statuses: readonly JobStatus[]): Job[] {
  return statuses.map((status, index) =>
    sampleJob({ id: idOf(index), status, position: (index + 1) * POSITION_STEP }),
  )
}

function after(jobs: readonly Job[], names: readonly (string | number)[], to: MoveTo): Job[] {
  const changed = new Map(moved(jobs, new Set(names.map(idOf)), to).map((job) => [job.id, job]))
  return inOrder(jobs.map((job) => changed.get(job.id) ?? job))
}
const namesOf = (jobs: readonly Job[]) => jobs.map(({ id }) => Number(id.slice(4)))

const five = line(['done', 'uploading', 'queued', 'waiting', 'paused'])

test('next is before all that wait for their turn, after those that had theirs', () => {
  expect(namesOf(after(five, [4], 'next'))).toEqual([0, 1, 4, 2, 3])
  expect(namesOf(after(five, [4, 3], 'next'))).toEqual([0, 1, 3, 4, 2])
  expect(namesOf(after(five, [2], 'next'))).toEqual([0, 1, 2, 3, 4])
})

test('last, and before another', () => {
  expect(namesOf(after(five, [2], 'last'))).toEqual([0, 1, 3, 4, 2])
  expect(namesOf(after(five, [4], { before: idOf(3) }))).toEqual([0, 1, 2, 4, 3])
  expect(namesOf(after(five, [0], { before: idOf(4) }))).toEqual([1, 2, 3, 0, 4])
})

test('nothing changes where a job is there already, or its neighbour is gone', () => {
  expect(moved(five, new Set([idOf(4)]), 'last')).toEqual([])
  expect(moved(five, new Set([idOf(4)]), { before: idOf('gone') })).toEqual([])
  expect(moved(five, new Set([idOf('gone')]), 'last')).toEqual([])
})

test('any moves leave the order that a plain list would have, in whole positions of which no two are the same', () => {
  const moves = fc.array(
    fc.record({
      names: fc.uniqueArray(fc.nat(19), { minLength: 1, maxLength: 5 }),
      to: fc.oneof(fc.constant('last' as const), fc.nat(19)),
    }),
    { maxLength: 80 },
  )
  fc.assert(
    fc.property(moves, (wanted) => {
      let jobs: Job[] = line(Array.from({ length: 20 }, () => 'queued'))
      let plain = namesOf(jobs)
      for (const { names, to } of wanted) {
        if (to !== 'last' && names.includes(to)) continue
        const chosen = plain.filter((name) => names.includes(name))
        const others = plain.filter((name) => !names.includes(name))
        const place = to === 'last' ? others.length : others.indexOf(to)
        plain = [...others.slice(0, place), ...chosen, ...others.slice(place)]
        jobs = after(jobs, names, to === 'last' ? to : { before: idOf(to) })
      }
      expect(namesOf(jobs)).toEqual(plain)
      expect(new Set(jobs.map(({ position }) => position)).size).toBe(20)
      expect(jobs.every(({ position }) => Number.isSafeInteger(position))).toBe(true)
    }),
  )
})

test('a thousand moves to one and the same place rewrite few of ten thousand jobs', () => {
  let jobs = line(Array.from({ length: 10_000 }, () => 'queued'))
  let rewrittenCount = 0
  let most = 0
  for (let name = 9000; name < 10_000; name += 1) {
    const changed = new Map(
      moved(jobs, new Set([idOf(name)]), { before: idOf(5000) }).map((job) => [job.id, job]),
    )
    rewrittenCount += changed.size
    most = Math.max(most, changed.size)
    jobs = inOrder(jobs.map((job) => changed.get(job.id) ?? job))
  }
  expect(rewrittenCount).toBeLessThan(5000)
  expect(most).toBeLessThan(2000)
  expect(namesOf(jobs.slice(5000, 6001))).toEqual([
    ...Array.from({ length: 1000 }, (_, index) => 9000 + index),
    5000,
  ])
})
