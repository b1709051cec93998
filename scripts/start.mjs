// Opens Wharf from a clone: installs, builds and finds a runtime as far as each is needed.
import { appArguments, isRoot } from './app-arguments.mjs'
import { prepareMachine } from './debian/prepare-machine.mjs'
import { hasDisplay, onOwnDisplay } from './display.mjs'
import { describeRuntime, resolveElectron } from './electron-runtime.mjs'
import { isBuildStale } from './is-build-stale.mjs'
import { ensureNodeModules } from './node-modules.mjs'
import { requireNode } from './node-version.mjs'
import { openApp } from './open-app.mjs'
import { projectRoot } from './project-paths.mjs'
import { runCommand } from './run-command.mjs'
import { runScript } from './run-script.mjs'

const demonstrationLimitMs = 4 * 60_000

/** @param {string} executable */
async function demonstrate(executable) {
  console.log('There is no display here, so the same demonstration runs headless.')
  const { command, args } = onOwnDisplay(process.execPath, ['scripts/demo.mjs'])
  const { code, timedOut } = await runCommand(command, args, {
    timeoutMs: demonstrationLimitMs,
    cwd: projectRoot,
    env: { ...process.env, WHARF_ELECTRON: executable },
  })
  if (timedOut)
    throw new Error('The demonstration did not end in time. Its last picture is in artifacts/demo.')
  return code
}

await runScript(async () => {
  requireNode()
  await ensureNodeModules()
  const runtime = await resolveElectron()
  console.log(describeRuntime(runtime))
  await prepareMachine(runtime.executable, { needsDisplay: !hasDisplay(), needsTestTools: false })
  if (isBuildStale()) {
    const { buildApp } = await import('./build.mjs')
    if (!(await buildApp()))
      throw new Error('The build failed, so there is nothing to start. The reason is above.')
  }
  if (isRoot) console.log('You are root, and Chromium has no sandbox for root: starting with --no-sandbox.')
  if (!hasDisplay()) return demonstrate(runtime.executable)
  return openApp(runtime.executable, appArguments(process.argv.slice(2)))
})
