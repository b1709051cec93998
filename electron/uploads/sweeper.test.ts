// Shows that sweeping goes on until all is swept, ends with the queue, and breaks nothing.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createSweeper } from './sweeper.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('it goes on while something was swept, with pauses between', () => {
  const sweep = vi.fn(() => sweep.mock.calls.length < 3)
  createSweeper({ sweep }).start()
  expect(sweep).not.toHaveBeenCalled()
  vi.advanceTimersByTime(100)
  expect(sweep).toHaveBeenCalledTimes(1)
  vi.advanceTimersByTime(10_000)
  expect(sweep).toHaveBeenCalledTimes(3)
})

test('it ends when it is stopped', () => {
  const sweep = vi.fn(() => true)
  const sweeper = createSweeper({ sweep })
  sweeper.start()
  vi.advanceTimersByTime(100)
  sweeper.stop()
  vi.advanceTimersByTime(10_000)
  expect(sweep).toHaveBeenCalledTimes(1)
})

test('a full disk ends it, and is nobody’s trouble', () => {
  const sweep = vi.fn(() => {
    throw new Error('no room')
  })
  createSweeper({ sweep }).start()
  vi.advanceTimersByTime(10_000)
  expect(sweep).toHaveBeenCalledTimes(1)
})
