// Reads how many tests passed and failed from what the test runners wrote.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../project-paths.mjs'

/** @typedef {{ passed: number, failed: number }} Tally */

/** A runner that left no report has failed, not passed nothing. @type {Tally} */
const noReport = { passed: 0, failed: 1 }

/** @param {{ numPassedTests: number, numFailedTests: number, success: boolean }} report @returns {Tally} */
export const tallyUnit = ({ numPassedTests, numFailedTests, success }) => ({
  passed: numPassedTests,
  failed: success ? numFailedTests : Math.max(1, numFailedTests),
})

/**
 * A flaky test has failed once, so it counts as failed.
 * @param {{ stats: { expected: number, unexpected: number, flaky: number }, errors: readonly unknown[] }} report
 * @returns {Tally}
 */
export const tallySpecs = ({ stats, errors }) => ({
  passed: stats.expected,
  failed: Math.max(stats.unexpected + stats.flaky, errors.length > 0 ? 1 : 0),
})

/**
 * @template Report
 * @param {string} path from the project root @param {(report: Report) => Tally} tally
 * @returns {Tally}
 */
export function readTally(path, tally) {
  try {
    return tally(JSON.parse(readFileSync(join(projectRoot, path), 'utf8')))
  } catch {
    return noReport
  }
}
