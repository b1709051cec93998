// Shows when the watchdog of a request barks, and with which failure.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { WharfError } from '../../shared/errors.ts'
import { attemptLimitMs, TIME_LIMITS } from './time-limits.ts'
import { createWatchdog, type Watchdog } from './watchdog.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const never = () => new AbortController().signal
const codeOf = ({ signal }: Watchdog) =>
  signal.reason instanceof WharfError ? signal.reason.failure.code : null

test('silence in a phase is that phase’s failure; each sign of life starts it anew', () => {
  const watchdog = createWatchdog(never(), 10_000)
  watchdog.expect('upload-stalled', 100)
  vi.advanceTimersByTime(99)
  watchdog.expect('upload-stalled', 100)
  vi.advanceTimersByTime(99)
  watchdog.expect('answer-timed-out', 500)
  vi.advanceTimersByTime(499)
  expect(watchdog.signal.aborted).toBe(false)
  vi.advanceTimersByTime(1)
  expect(codeOf(watchdog)).toBe('answer-timed-out')
})

test('signs of life do not stretch the whole', () => {
  const watchdog = createWatchdog(never(), 1000)
  for (let passedMs = 0; passedMs < 1000; passedMs += 50) {
    watchdog.expect('upload-stalled', 100)
    vi.advanceTimersByTime(50)
  }
  expect(codeOf(watchdog)).toBe('answer-timed-out')
})

test('a person’s abort is told apart from a caller’s time-out', () => {
  const person = new AbortController()
  const cancelled = createWatchdog(person.signal, 1000)
  person.abort()
  expect(codeOf(cancelled)).toBe('cancelled')
  const timeOut = AbortSignal.abort(new DOMException('late', 'TimeoutError'))
  expect(codeOf(createWatchdog(timeOut, 1000))).toBe('answer-timed-out')
})

test('once stopped it is still: no timer is left, none is set', () => {
  const outer = new AbortController()
  const watchdog = createWatchdog(outer.signal, 1000)
  watchdog.expect('upload-stalled', 100)
  watchdog.stop()
  watchdog.expect('upload-stalled', 100)
  outer.abort()
  expect(vi.getTimerCount()).toBe(0)
  expect(watchdog.signal.aborted).toBe(false)
})

test('a whole attempt may take a minute, and the time of a very slow link', () => {
  expect(attemptLimitMs(0, TIME_LIMITS)).toBe(60_000)
  expect(attemptLimitMs(16 * 1024 * 60, TIME_LIMITS)).toBe(120_000)
})
