// Runs the benchmarks named on the command line, or all of bench/*.bench.ts.
import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { build } from 'vite'
import { resolveElectron } from './electron-runtime.mjs'
import { cacheFolder, projectRoot } from './project-paths.mjs'
import { runCommand } from './run-command.mjs'
import { runScript } from './run-script.mjs'

const limitMs = 30 * 60_000
const ending = '.bench.ts'
const outDir = join(cacheFolder, 'bench')

const { values: options, positionals: named } = parseArgs({
  allowPositionals: true,
  options: {
    /** Few, small files: shows in half a minute that each bench still works; its figures mean nothing. */
    smoke: { type: 'boolean', default: false },
    /** After the run, set beside bench/baseline.json. */
    compare: { type: 'boolean', default: false },
    /** The last run, without running anything. */
    'compare-last': { type: 'boolean', default: false },
    'save-baseline': { type: 'boolean', default: false },
  },
})

function chooseBenches() {
  const all = readdirSync(join(projectRoot, 'bench')).flatMap((file) =>
    file.endsWith(ending) ? [basename(file, ending)] : [],
  )
  const unknown = named.filter((name) => !all.includes(name))
  if (unknown.length > 0)
    throw new Error(`No such benchmark: ${unknown.join(', ')}. There are: ${all.join(', ')}`)
  return named.length === 0 ? all : named
}

/**
 * Bundled first, so that it can be TypeScript and import the app's own. It runs in the project root.
 * @param {string} source @param {readonly string[]} args @param {NodeJS.ProcessEnv} env
 */
async function runBundled(source, args, env) {
  const entry = `${basename(source, '.ts')}.mjs`
  await build({
    configFile: join(projectRoot, 'vite.main.config.ts'),
    logLevel: 'warn',
    build: {
      ssr: join('bench', source),
      outDir,
      emptyOutDir: false,
      rolldownOptions: { output: { format: 'es', entryFileNames: entry, codeSplitting: false } },
    },
  })
  const { code } = await runCommand(process.execPath, [join(outDir, entry), ...args], {
    timeoutMs: limitMs,
    cwd: projectRoot,
    env: { ...process.env, ...env },
  })
  return code === 0
}

await runScript(async () => {
  if (options['save-baseline']) return (await runBundled('compare.ts', ['--save-baseline'], {})) ? 0 : 1
  if (options['compare-last']) return (await runBundled('compare.ts', [], {})) ? 0 : 1
  const { executable } = await resolveElectron()
  const env = { WHARF_ELECTRON: executable, ...(options.smoke && { WHARF_BENCH_SCALE: 'smoke' }) }
  let allWell = true
  for (const name of chooseBenches()) {
    console.log(`\n== ${name}`)
    allWell = (await runBundled(`${name}${ending}`, [], env)) && allWell
  }
  if (options.compare) allWell = (await runBundled('compare.ts', [], {})) && allWell
  return allWell ? 0 : 1
})
