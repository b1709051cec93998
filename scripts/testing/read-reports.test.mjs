// Tests that the closing line never hides a failure.
import { expect, it } from 'vitest'
import { readTally, tallySpecs, tallyUnit } from './read-reports.mjs'

it('counts unit tests', () => {
  expect(tallyUnit({ numPassedTests: 5, numFailedTests: 2, success: false })).toEqual({
    passed: 5,
    failed: 2,
  })
})

it('counts a test file that could not be loaded', () => {
  expect(tallyUnit({ numPassedTests: 5, numFailedTests: 0, success: false })).toEqual({
    passed: 5,
    failed: 1,
  })
})

it('counts a flaky spec as failed', () => {
  const report = { stats: { expected: 3, unexpected: 0, flaky: 1 }, errors: [] }
  expect(tallySpecs(report)).toEqual({ passed: 3, failed: 1 })
})

it('counts an error outside of any spec', () => {
  const report = { stats: { expected: 0, unexpected: 0, flaky: 0 }, errors: [{}] }
  expect(tallySpecs(report)).toEqual({ passed: 0, failed: 1 })
})

it('counts a missing report as a failure', () => {
  expect(readTally('artifacts/no-such-report.json', tallyUnit)).toEqual({ passed: 0, failed: 1 })
})
