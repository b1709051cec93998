// Proves everything, from a clean clone to a packaged app, and ends with one line: `N passed, N failed`.
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { prepareMachine } from './debian/prepare-machine.mjs'
import { describeRuntime, resolveElectron } from './electron-runtime.mjs'
import { ensureNodeModules } from './node-modules.mjs'
import { requireNode } from './node-version.mjs'
import { projectRoot } from './project-paths.mjs'
import { runCommand } from './run-command.mjs'
import { runScript } from './run-script.mjs'
import { readTally, tallySpecs, tallyUnit } from './testing/read-reports.mjs'
import { needsOwnDisplay, runSpecs, specsReport } from './testing/run-specs.mjs'

const allowedMs = 19 * 60_000
const specsLimitMs = 13 * 60_000
const packageLimitMs = 6 * 60_000
const tortureLimitMs = 4 * 60_000
const benchLimitMs = 2 * 60_000
const startedAtMs = Date.now()

/** What counts as one test each. */
const PARTS = ['torture of the engine', 'torture of the app', 'package', 'bench']

/** @param {number} wantedMs */
const withinDeadline = (wantedMs) => Math.max(1_000, Math.min(wantedMs, startedAtMs + allowedMs - Date.now()))

const heading = (/** @type {string} */ text) => console.log(`\n== ${text}`)

/** @param {readonly string[]} args @param {number} limitMs */
async function succeeds([script = '', ...args], limitMs) {
  const { code } = await runCommand(process.execPath, [join('scripts', script), ...args], {
    timeoutMs: withinDeadline(limitMs),
    cwd: projectRoot,
  })
  return code === 0
}

/** @returns {Promise<number>} the exit code */
async function testAll() {
  heading('set-up')
  requireNode()
  await ensureNodeModules()
  const runtime = await resolveElectron()
  console.log(describeRuntime(runtime))
  await prepareMachine(runtime.executable, { needsDisplay: needsOwnDisplay(), needsTestTools: true })
  const { runCheck, runIntegration, unitReport, integrationReport } = await import('./check.mjs')
  const { buildApp } = await import('./build.mjs')
  const reports = [unitReport, integrationReport, specsReport]
  await Promise.all(reports.map((report) => rm(join(projectRoot, report), { force: true })))

  heading('check')
  const isChecked = await runCheck()
  const unit = readTally(unitReport, tallyUnit)

  heading('integration')
  const isIntegrated = await runIntegration()
  const integration = readTally(integrationReport, tallyUnit)

  heading('torture')
  const hasSurvivedEngine = await succeeds(['torture.mjs'], tortureLimitMs)

  heading('build')
  const isBuilt = await buildApp()

  heading('end to end')
  const areSpecsGreen = isBuilt && (await runSpecs(runtime.executable, [], withinDeadline(specsLimitMs)))
  const specs = readTally(specsReport, tallySpecs)

  heading('torture of the app')
  const hasSurvivedApp =
    isBuilt && (await succeeds(['torture.mjs', '--form', 'app', '--kills', '10'], tortureLimitMs))

  heading('package')
  const isPackaged =
    isBuilt &&
    (await succeeds(['package.mjs'], packageLimitMs)) &&
    (await succeeds(['package-smoke.mjs'], packageLimitMs))

  heading('bench')
  const isMeasurable = await succeeds(['bench.mjs', '--smoke'], benchLimitMs)

  const parts = [hasSurvivedEngine, hasSurvivedApp, isPackaged, isMeasurable]
  const failedSteps = [
    ...(isChecked || unit.failed > 0 ? [] : ['check']),
    ...(isIntegrated || integration.failed > 0 ? [] : ['integration']),
    ...(areSpecsGreen || specs.failed > 0 ? [] : ['end to end']),
    ...parts.flatMap((isWell, index) => (isWell ? [] : [PARTS[index]])),
  ]
  const passed = unit.passed + integration.passed + specs.passed + parts.filter(Boolean).length
  const failed = unit.failed + integration.failed + specs.failed + failedSteps.length
  if (!isChecked) console.log('\nThe check failed: format, types, lint or a unit test, see above.')
  if (failedSteps.length > 0) console.log(`\nFailed as a whole: ${failedSteps.join(', ')}.`)
  console.log(`\n${passed} passed, ${failed} failed`)
  return failed === 0 ? 0 : 1
}

await runScript(async () => {
  try {
    return await testAll()
  } catch (error) {
    console.error(`\n${error instanceof Error ? error.message : String(error)}`)
    console.log('\n0 passed, 1 failed')
    return 1
  }
})
