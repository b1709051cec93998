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
const startedAtMs = Date.now()

/** @param {number} wantedMs */
const withinDeadline = (wantedMs) => Math.max(1_000, Math.min(wantedMs, startedAtMs + allowedMs - Date.now()))

const heading = (/** @type {string} */ text) => console.log(`\n== ${text}`)

async function packageAndStart() {
  for (const script of ['package.mjs', 'package-smoke.mjs']) {
    const { code } = await runCommand(process.execPath, [join('scripts', script)], {
      timeoutMs: withinDeadline(packageLimitMs),
      cwd: projectRoot,
    })
    if (code !== 0) return false
  }
  return true
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

  heading('build')
  const isBuilt = await buildApp()

  heading('end to end')
  const areSpecsGreen = isBuilt && (await runSpecs(runtime.executable, [], withinDeadline(specsLimitMs)))
  const specs = readTally(specsReport, tallySpecs)

  heading('package')
  const isPackaged = isBuilt && (await packageAndStart())

  const failedSteps = [
    ...(isChecked || unit.failed > 0 ? [] : ['check']),
    ...(isIntegrated || integration.failed > 0 ? [] : ['integration']),
    ...(areSpecsGreen || specs.failed > 0 ? [] : ['end to end']),
    ...(isPackaged ? [] : ['package']),
  ]
  const passed = unit.passed + integration.passed + specs.passed + (isPackaged ? 1 : 0)
  const failed = unit.failed + integration.failed + specs.failed + failedSteps.length
  if (!isChecked) console.log('\nThe check failed: format, types, lint or a unit test, see above.')
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
