// Shows that a lane keeps to its width, its order, and leaves what nobody waits for.
import { expect, test } from 'vitest'
import { createLane } from './lane.ts'

const forEver = new AbortController().signal

function task() {
  let resolve: (value: string) => void = () => undefined
  let reject: (reason: Error) => void = () => undefined
  const promise = new Promise<string>((onResolve, onReject) => {
    resolve = onResolve
    reject = onReject
  })
  let isBegun = false
  const run = () => {
    isBegun = true
    return promise
  }
  return { run, resolve, reject, isBegun: () => isBegun }
}

test('so many at once, the others in order as places come free', async () => {
  const lane = createLane(2)
  const tasks = [task(), task(), task(), task()] as const
  const results = tasks.map(({ run }) => lane.run(run, forEver))
  const begun = () => tasks.map(({ isBegun }) => isBegun())
  expect(begun()).toEqual([true, true, false, false])
  tasks[1].resolve('b')
  expect(await results[1]).toBe('b')
  await expect.poll(begun).toEqual([true, true, true, false])
  tasks[0].reject(new Error('no'))
  await expect(results[0]).rejects.toThrow('no')
  await expect.poll(begun).toEqual([true, true, true, true])
})

test('what is given up before its turn is never begun; what has begun ends', async () => {
  const lane = createLane(1)
  const [first, second, third] = [task(), task(), task()]
  const [firstWanted, secondWanted] = [new AbortController(), new AbortController()]
  const results = [
    lane.run(first.run, firstWanted.signal),
    lane.run(second.run, secondWanted.signal),
    lane.run(third.run, forEver),
    lane.run(third.run, AbortSignal.abort()),
  ]
  firstWanted.abort()
  secondWanted.abort()
  first.resolve('a')
  third.resolve('c')
  expect(await Promise.all(results)).toEqual(['a', null, 'c', null])
  expect(second.isBegun()).toBe(false)
})
