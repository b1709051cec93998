// Says in under a minute whether a change is fit to push: format, types, lint, unit tests.
import { join } from 'node:path'
import { isEntry } from './is-entry.mjs'
import { projectRoot } from './project-paths.mjs'
import { runTogether } from './run-together.mjs'

const limitMs = 4 * 60_000
const tool = (/** @type {string} */ path) => join(projectRoot, 'node_modules', path)

/** @param {string} name @param {string} path @param {readonly string[]} args */
const step = (name, path, args) => ({
  name,
  command: process.execPath,
  args: [tool(path), ...args],
  timeoutMs: limitMs,
})

/** @param {string} project */
const types = (project) =>
  step(`types in ${project}`, 'typescript/bin/tsc', [
    '--project',
    project,
    '--incremental',
    '--tsBuildInfoFile',
    `node_modules/.cache/wharf/types-${project.replaceAll(/\W/g, '-')}.tsbuildinfo`,
  ])

export const unitReport = 'artifacts/unit-report.json'
export const integrationReport = 'artifacts/integration-report.json'

/** @param {string} name @param {readonly string[]} projects of vitest.config.ts @param {string} report */
const tests = (name, projects, report) =>
  step(name, 'vitest/vitest.mjs', [
    'run',
    ...projects.flatMap((project) => ['--project', project]),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ])

const lint = step('lint', 'eslint/bin/eslint.js', ['.', '--max-warnings', '0'])

const steps = [
  // A third of a typed lint is garbage collection in a young generation that is too small.
  { ...lint, args: ['--max-semi-space-size=128', ...lint.args] },
  tests('unit tests', ['node', 'page'], unitReport),
  types('tsconfig.json'),
  types('electron/tsconfig.json'),
  types('renderer/tsconfig.json'),
  step('format', 'prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']),
]

/** @returns {Promise<boolean>} */
export const runCheck = () => runTogether(steps)

/** The suites that take whole parts through their paces: too long for a check. @returns {Promise<boolean>} */
export const runIntegration = () =>
  runTogether([tests('integration tests', ['integration'], integrationReport)])

if (isEntry(import.meta.url)) process.exitCode = (await runCheck()) ? 0 : 1
