// Shows who waits under a limit, in which order, and what ends the wait.
import { beforeEach, afterEach, expect, test, vi } from 'vitest'
import { createBandwidth } from './bandwidth.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const never = new AbortController().signal

function limited(bytesPerSecond: number | null) {
  const bandwidth = createBandwidth(() => Date.now())
  bandwidth.setLimit(bytesPerSecond)
  const gone: string[] = []
  const ask = (name: string, bytes: number, signal = never) => {
    void bandwidth.turn(bytes, signal)?.then(() => gone.push(name))
  }
  return { bandwidth, gone, ask }
}

test('without a limit there is nothing to wait for', () => {
  expect(limited(null).bandwidth.turn(1_000_000, never)).toBeNull()
})

test('all share one limit, in the order in which they asked', async () => {
  const { gone, ask } = limited(1000)
  ask('a', 1000)
  ask('b', 500)
  ask('c', 500)
  await vi.advanceTimersByTimeAsync(0)
  expect(gone).toEqual(['a'])
  await vi.advanceTimersByTimeAsync(999)
  expect(gone).toEqual(['a'])
  await vi.advanceTimersByTimeAsync(1)
  expect(gone).toEqual(['a', 'b'])
  await vi.advanceTimersByTimeAsync(500)
  expect(gone).toEqual(['a', 'b', 'c'])
})

test('a new limit counts at once for what waits already, and so does none', async () => {
  const { bandwidth, gone, ask } = limited(10)
  for (const name of ['a', 'b', 'c', 'd']) ask(name, 1000)
  await vi.advanceTimersByTimeAsync(0)
  expect(gone).toEqual(['a'])
  bandwidth.setLimit(1000)
  await vi.advanceTimersByTimeAsync(1000)
  expect(gone).toEqual(['a', 'b', 'c'])
  bandwidth.setLimit(null)
  await vi.advanceTimersByTimeAsync(0)
  expect(gone).toEqual(['a', 'b', 'c', 'd'])
})

test('who gives up waits no longer, takes nothing, and lets the next one go', async () => {
  const { gone, ask } = limited(1000)
  const abort = new AbortController()
  ask('a', 1000)
  ask('b', 60_000, abort.signal)
  ask('c', 10)
  abort.abort()
  await vi.advanceTimersByTimeAsync(0)
  expect(gone).toEqual(['a', 'b'])
  await vi.advanceTimersByTimeAsync(1000)
  expect(gone).toEqual(['a', 'b', 'c'])
  expect(vi.getTimerCount()).toBe(0)
})
