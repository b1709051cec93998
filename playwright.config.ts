// Runs the end-to-end specs on a real Electron, one window at a time.
import { defineConfig } from '@playwright/test'

const oneMinuteMs = 60_000

export default defineConfig({
  testDir: 'e2e/specs',
  outputDir: 'artifacts/e2e',
  workers: 1,
  fullyParallel: false,
  forbidOnly: process.env['CI'] !== undefined,
  retries: 0,
  timeout: oneMinuteMs,
  globalTimeout: 12 * oneMinuteMs,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: 'artifacts/e2e-report.json' }]],
  use: { trace: 'retain-on-failure', screenshot: 'only-on-failure' },
})
