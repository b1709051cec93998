// Runs the torture: kills the app in the midst of its uploads, in a loop, and checks that nothing is lost or sent twice.
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { build } from 'vite'
import { buildApp } from './build.mjs'
import { prepareMachine } from './debian/prepare-machine.mjs'
import { onOwnDisplay } from './display.mjs'
import { resolveElectron } from './electron-runtime.mjs'
import { isBuildStale } from './is-build-stale.mjs'
import { isEntry } from './is-entry.mjs'
import { cacheFolder, projectRoot } from './project-paths.mjs'
import { runCommand } from './run-command.mjs'
import { runScript } from './run-script.mjs'
import { needsOwnDisplay } from './testing/run-specs.mjs'

const limitMs = 60 * 60_000
const source = join('e2e', 'torture')
const outDir = join(cacheFolder, 'torture')
const driver = '@photostructure/sqlite'
const mortalDriver = join(projectRoot, source, 'mortal-sqlite.ts')

/** Gives the engine a database driver that it can be killed through; the stand-in itself gets the real one. */
const mortalSqlite = {
  name: 'mortal-sqlite',
  enforce: /** @type {const} */ ('pre'),
  /** @param {string} id @param {string | undefined} importer */
  resolveId: (id, importer) => (id === driver && importer !== mortalDriver ? mortalDriver : null),
}

/** @param {string} name @param {import('vite').Plugin[]} plugins */
async function bundle(name, plugins) {
  await build({
    configFile: join(projectRoot, 'vite.main.config.ts'),
    logLevel: 'warn',
    plugins,
    build: {
      ssr: join(source, `${name}.ts`),
      outDir,
      emptyOutDir: false,
      rolldownOptions: {
        output: { format: 'es', entryFileNames: `${name}.mjs`, codeSplitting: false },
      },
    },
  })
  return join(outDir, `${name}.mjs`)
}

/**
 * @param {readonly string[]} args as for `npm run torture`
 * @param {number} timeoutMs
 * @returns {Promise<boolean>} whether nothing was lost, doubled or untrue
 */
export async function runTorture(args, timeoutMs) {
  const { values } = parseArgs({ args: [...args], strict: false, options: { form: { type: 'string' } } })
  const engine = await bundle('engine-process', [mortalSqlite])
  const torture = [await bundle('torture', []), '--engine', engine, ...args]
  if (values.form !== 'app') {
    const { code } = await runCommand(process.execPath, torture, { timeoutMs, cwd: projectRoot })
    return code === 0
  }
  const { executable } = await resolveElectron()
  await prepareMachine(executable, { needsDisplay: needsOwnDisplay(), needsTestTools: true })
  if (isBuildStale() && !(await buildApp())) return false
  const { command, args: full } = needsOwnDisplay()
    ? onOwnDisplay(process.execPath, torture)
    : { command: process.execPath, args: torture }
  const env = { ...process.env, WHARF_ELECTRON: executable }
  const { code } = await runCommand(command, full, { timeoutMs, cwd: projectRoot, env })
  return code === 0
}

if (isEntry(import.meta.url))
  await runScript(async () => ((await runTorture(process.argv.slice(2), limitMs)) ? 0 : 1))
