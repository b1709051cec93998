// Runs the benchmarks named on the command line, or all of bench/*.bench.{ts,mjs}.
import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { build } from 'vite'
import { resolveElectron } from './electron-runtime.mjs'
import { cacheFolder, projectRoot } from './project-paths.mjs'
import { runCommand } from './run-command.mjs'
import { runScript } from './run-script.mjs'

const limitMs = 30 * 60_000
const ending = /\.bench\.(ts|mjs)$/

/** @param {readonly string[]} named */
function chooseBenches(named) {
  const all = readdirSync(join(projectRoot, 'bench')).filter((file) => ending.test(file))
  const chosen = named.length === 0 ? all : all.filter((file) => named.includes(file.replace(ending, '')))
  if (chosen.length === 0)
    throw new Error(`No such benchmark. There are: ${all.map((file) => file.replace(ending, '')).join(', ')}`)
  return chosen
}

/**
 * Bundled first, so that a benchmark can be TypeScript and import the app's own. It runs in the project root.
 * @param {string} file @param {string} electron the executable for what must run in a real main process
 */
async function runBench(file, electron) {
  const outDir = join(cacheFolder, 'bench')
  const entry = `${basename(file).replace(ending, '')}.mjs`
  await build({
    configFile: join(projectRoot, 'vite.main.config.ts'),
    logLevel: 'warn',
    build: {
      ssr: join('bench', file),
      outDir,
      emptyOutDir: false,
      rolldownOptions: { output: { format: 'es', entryFileNames: entry, codeSplitting: false } },
    },
  })
  console.log(`\n== ${file}`)
  const { code } = await runCommand(process.execPath, ['--expose-gc', join(outDir, entry)], {
    timeoutMs: limitMs,
    cwd: projectRoot,
    env: { ...process.env, WHARF_ELECTRON: electron },
  })
  return code === 0
}

await runScript(async () => {
  const { executable } = await resolveElectron()
  let allWell = true
  for (const file of chooseBenches(process.argv.slice(2)))
    allWell = (await runBench(file, executable)) && allWell
  return allWell ? 0 : 1
})
