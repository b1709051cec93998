// Shows that retries are few when many fail, and that success earns them back.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { earned, FULL_BUDGET, spent, type RetryBudget } from './retry-budget.ts'

function spend(budget: RetryBudget, count: number, nowMs: number) {
  const waitsMs: number[] = []
  for (let one = 0; one < count; one += 1) {
    const next = spent(budget, nowMs)
    budget = next.budget
    waitsMs.push(next.waitMs)
  }
  return { budget, waitsMs }
}

test('the first twenty retries are free, the next come one every five seconds', () => {
  const { waitsMs } = spend(FULL_BUDGET, 23, 1000)
  expect(waitsMs.slice(0, 20).every((waitMs) => waitMs === 0)).toBe(true)
  expect(waitsMs.slice(20)).toEqual([5000, 10_000, 15_000])
})

test('time and success refill it', () => {
  const { budget } = spend(FULL_BUDGET, 21, 0)
  expect(spent(earned(earned(budget)), 0).waitMs).toBe(0)
  expect(spent(budget, 10_000).waitMs).toBe(0)
  expect(spent(budget, 4999).waitMs).toBeGreaterThan(0)
})

test('never is a wait longer than a minute, nor the purse fuller than it was', () => {
  const moves = fc.array(fc.tuple(fc.boolean(), fc.nat(20_000)), { maxLength: 200 })
  fc.assert(
    fc.property(moves, (all) => {
      let budget = FULL_BUDGET
      let nowMs = 0
      for (const [isSuccess, passedMs] of all) {
        nowMs += passedMs
        const next = isSuccess ? { budget: earned(budget), waitMs: 0 } : spent(budget, nowMs)
        budget = next.budget
        expect(next.waitMs).toBeLessThanOrEqual(60_000)
        expect(budget.tokens).toBeLessThanOrEqual(FULL_BUDGET.tokens)
      }
    }),
  )
})
