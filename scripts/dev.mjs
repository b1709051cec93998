// Rebuilds on every change, and restarts the app when main or preload changed; the page reloads by itself.
import { spawn } from 'node:child_process'
import { build } from 'vite'
import { appArguments } from './app-arguments.mjs'
import { viteConfigs } from './build.mjs'
import { prepareMachine } from './debian/prepare-machine.mjs'
import { hasDisplay } from './display.mjs'
import { describeRuntime, resolveElectron } from './electron-runtime.mjs'
import { runScript } from './run-script.mjs'

const quietMs = 150
const graceMs = 3_000

/** @typedef {keyof typeof viteConfigs} Part */

/** @param {string} executable @param {() => void} onClosedByPerson */
function appKeeper(executable, onClosedByPerson) {
  /** @type {import('node:child_process').ChildProcess | null} */
  let running = null

  const start = () => {
    const child = spawn(executable, appArguments(process.argv.slice(2)), {
      stdio: 'inherit',
      env: { ...process.env, WHARF_DEV: '1' },
    })
    running = child
    child.on('exit', () => {
      if (running !== child) return
      running = null
      onClosedByPerson()
    })
  }

  const stop = async () => {
    const child = running
    running = null
    if (child === null || child.exitCode !== null) return
    const gone = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGTERM')
    const force = setTimeout(() => child.kill('SIGKILL'), graceMs)
    await gone
    clearTimeout(force)
  }

  return {
    stop,
    restart: async () => {
      await stop()
      start()
    },
  }
}

/** @param {Part} part @param {() => void} onBuilt */
async function watch(part, onBuilt) {
  const watcher = await build({ configFile: viteConfigs[part], logLevel: 'warn', build: { watch: {} } })
  if (!('on' in watcher)) throw new Error(`Vite does not watch ${part}.`)
  watcher.on('event', (event) => {
    if (event.code === 'ERROR') console.error(`${part}: ${event.error.message}`)
    if (event.code === 'BUNDLE_END') {
      console.log(`${part}: built in ${event.duration} ms`)
      onBuilt()
    }
  })
}

await runScript(async () => {
  const runtime = await resolveElectron()
  console.log(describeRuntime(runtime))
  await prepareMachine(runtime.executable, { needsDisplay: false, needsTestTools: false })
  if (!hasDisplay())
    throw new Error('npm run dev opens a window, and there is no display. Try: xvfb-run npm run dev')
  return new Promise(() => {
    const keeper = appKeeper(runtime.executable, () => process.exit(0))
    /** @type {Set<Part>} */
    const built = new Set()
    /** @type {NodeJS.Timeout | undefined} */
    let pending
    const parts = /** @type {Part[]} */ (Object.keys(viteConfigs))
    for (const part of parts)
      void watch(part, () => {
        const isFirst = !built.has(part)
        built.add(part)
        if (built.size < parts.length || (part === 'page' && !isFirst)) return
        clearTimeout(pending)
        pending = setTimeout(() => void keeper.restart(), quietMs)
      })
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM']))
      process.once(signal, () => void keeper.stop().then(() => process.exit(0)))
  })
})
