// Packs the app into release/ as an unpacked folder, on the runtime that this machine has.
import { existsSync } from 'node:fs'
import { cp, rm } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { buildApp } from './build.mjs'
import { describeRuntime, resolveElectron } from './electron-runtime.mjs'
import { packagedExecutable } from './packaged-executable.mjs'
import { cacheFolder, projectRoot } from './project-paths.mjs'
import { runCommand } from './run-command.mjs'
import { runScript } from './run-script.mjs'

const limitMs = 5 * 60_000
const builder = join(projectRoot, 'node_modules', 'electron-builder', 'cli.js')

/**
 * Electron Builder packs a runtime as it finds it, so it gets a copy without the loader app.
 * @param {string} executable
 */
async function copyRuntime(executable) {
  const source = dirname(executable)
  const loader = join(source, 'resources', 'app')
  const copy = join(cacheFolder, 'electron-dist')
  await rm(copy, { recursive: true, force: true })
  await cp(source, copy, {
    recursive: true,
    filter: (path) => path !== loader && !path.startsWith(loader + sep),
  })
  return copy
}

/** @param {string} executable @param {string} version */
async function runtimeOptions(executable, version) {
  if (process.platform === 'darwin') return []
  return [`--config.electronDist=${await copyRuntime(executable)}`, `--config.electronVersion=${version}`]
}

await runScript(async () => {
  const runtime = await resolveElectron()
  console.log(describeRuntime(runtime))
  if (!(await buildApp()))
    throw new Error('The build failed, so there is nothing to pack. The reason is above.')
  console.log('Packing with Electron Builder…')
  const { code, output } = await runCommand(
    process.execPath,
    [builder, '--dir', ...(await runtimeOptions(runtime.executable, runtime.version))],
    { timeoutMs: limitMs, cwd: projectRoot, output: 'capture' },
  )
  const packaged = packagedExecutable()
  if (code !== 0 || !existsSync(packaged)) throw new Error(`Electron Builder failed.\n${output.trimEnd()}`)
  console.log(`Packed: ${relative(projectRoot, packaged)}`)
  if (!runtime.isReleasable)
    console.log(
      `Not for release: it runs on Electron ${runtime.version}, and a release takes the official one.`,
    )
  return 0
})
