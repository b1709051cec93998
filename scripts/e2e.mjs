// Runs the end-to-end specs on the built app; arguments go to Playwright.
import { prepareMachine } from './debian/prepare-machine.mjs'
import { buildApp } from './build.mjs'
import { describeRuntime, resolveElectron } from './electron-runtime.mjs'
import { isBuildStale } from './is-build-stale.mjs'
import { needsOwnDisplay, runSpecs } from './testing/run-specs.mjs'
import { runScript } from './run-script.mjs'

const limitMs = 15 * 60_000

await runScript(async () => {
  const runtime = await resolveElectron()
  console.log(describeRuntime(runtime))
  await prepareMachine(runtime.executable, { needsDisplay: needsOwnDisplay(), needsTestTools: true })
  if (isBuildStale() && !(await buildApp())) throw new Error('The build failed. The reason is above.')
  return (await runSpecs(runtime.executable, process.argv.slice(2), limitMs)) ? 0 : 1
})
