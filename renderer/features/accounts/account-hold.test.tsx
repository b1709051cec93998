// Proves what an account says while its provider has to be waited for.
import { act, cleanup, render } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { formatTime } from '../../format/date.ts'
import { useQueueStore } from '../../stores/queue-store.ts'
import { AccountHold } from './account-hold.tsx'
import { sampleAccount, sampleJob } from './sample-account.testkit.ts'

const NOW_MS = Date.parse('2026-03-01T14:03:00Z')
const untilMs = NOW_MS + 20_000
const pass = (ms: number) => {
  act(() => {
    vi.advanceTimersByTime(ms)
  })
}
const text = () => document.body.textContent

beforeEach(() => {
  vi.useFakeTimers({ now: NOW_MS })
  useQueueStore.setState({ jobs: new Map() })
  return () => vi.useRealTimers()
})
afterEach(cleanup)

test('a pause that the provider asks for is said with its end, and counts down', () => {
  render(<AccountHold account={sampleAccount('A', { heldUntilMs: untilMs })} />)
  expect(text()).toBe(`Waiting until ${formatTime(untilMs)}, KonPro asks for a pause20 s`)
  pass(5000)
  expect(text()).toContain('pause15 s')
  pass(15_000)
  expect(text()).toMatch(/pause$/)
  expect(vi.getTimerCount()).toBe(0)
})

test('a rate that is used up is said only where something is queued', () => {
  const account = sampleAccount('A', { rateFullUntilMs: untilMs })
  render(<AccountHold account={account} />)
  expect(text()).toBe('')
  const job = sampleJob(account, 'queued')
  act(() => {
    useQueueStore.setState({ jobs: new Map([[job.id, job]]) })
  })
  expect(text()).toContain('KonPro takes no more requests before')
})

test('a network that is away, or a service that fails, is said where something is queued', () => {
  const account = sampleAccount('A', { waitsFor: 'network' })
  const job = sampleJob(account, 'queued')
  useQueueStore.setState({ jobs: new Map([[job.id, job]]) })
  const { rerender } = render(<AccountHold account={account} />)
  expect(text()).toBe('Waiting for the network')
  rerender(<AccountHold account={{ ...account, waitsFor: 'service' }} />)
  expect(text()).toContain('KonPro does not answer well')
})

test('an account that nothing holds, or that is disabled, says nothing', () => {
  render(<AccountHold account={sampleAccount('A')} />)
  render(<AccountHold account={sampleAccount('B', { heldUntilMs: untilMs, isDisabled: true })} />)
  expect(text()).toBe('')
})
