// Shows that alarms go off in time, together when the machine slept, and on one timer.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createAlarms } from './alarms.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function alarms() {
  const clock = { aheadMs: 0 }
  const due: (readonly string[])[] = []
  const made = createAlarms<string>({
    steadyMs: () => Date.now() + clock.aheadMs,
    onDue: (keys) => due.push(keys),
  })
  return { ...made, clock, due }
}

test('each in its time, on one timer', () => {
  const { set, due } = alarms()
  set('late', 3000)
  set('soon', 1000)
  set('early', 500)
  expect(vi.getTimerCount()).toBe(1)
  vi.advanceTimersByTime(999)
  expect(due).toEqual([['early']])
  vi.advanceTimersByTime(2001)
  expect(due).toEqual([['early'], ['soon'], ['late']])
  expect(vi.getTimerCount()).toBe(0)
})

test('what came due in a sleep comes at once, not one after the other', () => {
  const { set, due, clock } = alarms()
  set('a', 1000)
  set('b', 60_000)
  set('c', 3_600_000)
  clock.aheadMs = 100_000
  vi.advanceTimersByTime(1000)
  expect(due).toEqual([['a', 'b']])
})

test('a later word replaces the earlier one; what is dropped is silent', () => {
  const { set, drop, due } = alarms()
  set('a', 1000)
  set('a', 5000)
  set('b', 2000)
  drop('b')
  vi.advanceTimersByTime(4999)
  expect(due).toEqual([])
  vi.advanceTimersByTime(1)
  expect(due).toEqual([['a']])
})

test('stopped, nothing goes off or is set', () => {
  const { set, stop, due } = alarms()
  set('a', 1000)
  stop()
  set('b', 1000)
  expect(vi.getTimerCount()).toBe(0)
  vi.advanceTimersByTime(5000)
  expect(due).toEqual([])
})
