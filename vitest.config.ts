// Runs the tests that lie beside the source: Node for what has no page, jsdom for the page, whole parts last.
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

/** Suites that put whole parts through their paces; `npm test` runs them, `npm run check` does not. */
const INTEGRATION = '{shared,electron,scripts,bench,e2e}/**/*.integration.test.{ts,mjs}'

export default defineConfig({
  test: {
    passWithNoTests: true,
    restoreMocks: true,
    unstubEnvs: true,
    unstubGlobals: true,
    testTimeout: 15_000,
    coverage: {
      provider: 'v8',
      include: ['electron/**/*.ts', 'renderer/**/*.{ts,tsx}', 'shared/**/*.ts'],
      reportsDirectory: 'artifacts/coverage',
    },
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          // A fresh process for each file takes longer than most of these tests.
          isolate: false,
          include: ['{shared,electron,scripts,bench,e2e}/**/*.test.{ts,mjs}'],
          exclude: [INTEGRATION],
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          environment: 'node',
          include: [INTEGRATION],
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        plugins: [react()],
        test: {
          name: 'page',
          environment: 'jsdom',
          include: ['renderer/**/*.test.{ts,tsx}'],
        },
      },
    ],
  },
})
