// Gives each test an installation of its own: a data folder, the running app, a way to restart it.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, expect, _electron, type ElectronApplication, type Page } from '@playwright/test'

const PROJECT_FOLDER = join(import.meta.dirname, '..')
const KILL_AFTER_MS = 6000

export type Wharf = {
  /** The window of the present run. */
  readonly page: Page
  readonly app: ElectronApplication
  readonly dataFolder: string
  /** A folder for the test's own files, outside the app's. */
  readonly filesFolder: string
  readonly quit: () => Promise<void>
  /** As a crash or a power cut would end it. */
  readonly kill: () => Promise<void>
  readonly launch: (...fileArguments: string[]) => Promise<void>
  /** What starts the app on this data folder by hand, for a second process beside the first. */
  readonly command: { readonly executable: string; readonly args: readonly string[] }
  readonly clipboardText: () => Promise<string>
  /** Errors in the page's console so far; every test ends with none. */
  readonly consoleErrors: string[]
}

export type Launcher = {
  readonly executable: string
  /** Added to the environment of the test itself. */
  readonly env: Readonly<Record<string, string>>
}

export const test = base.extend<{ launcher: Launcher; wharf: Wharf }>({
  launcher: async ({}, use) => {
    await use({ executable: process.env['WHARF_ELECTRON'] ?? '', env: {} })
  },
  wharf: async ({ launcher }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'wharf-e2e-'))
    const wharf = createWharf(folder, launcher)
    await wharf.launch()
    await use(wharf)
    await wharf.quit()
    await rm(folder, { recursive: true, force: true })
    expect(wharf.consoleErrors, 'errors in the console of the page').toEqual([])
  },
})

function createWharf(folder: string, { executable, env }: Launcher): Wharf {
  const dataFolder = join(folder, 'data')
  const consoleErrors: string[] = []
  const isRoot = process.getuid?.() === 0
  const args = [PROJECT_FOLDER, `--user-data-dir=${dataFolder}`]
  let running: { app: ElectronApplication; page: Page } | null = null

  const current = () => {
    if (!running) throw new Error('Wharf is not running')
    return running
  }
  const end = async (finish: (app: ElectronApplication) => Promise<void>) => {
    if (!running) return
    const { app, page } = running
    running = null
    // A picture still on its way when the app ends is no error of the page.
    page.removeAllListeners('console')
    const force = setTimeout(() => app.process().kill('SIGKILL'), KILL_AFTER_MS)
    await finish(app)
    clearTimeout(force)
  }

  return {
    dataFolder,
    filesFolder: join(folder, 'files'),
    command: { executable, args: [...args, ...(isRoot ? ['--no-sandbox'] : [])] },
    consoleErrors,
    get app() {
      return current().app
    },
    get page() {
      return current().page
    },
    launch: async (...fileArguments) => {
      const app = await _electron.launch({
        executablePath: executable,
        args: [...args, ...fileArguments],
        env: { ...inheritedEnvironment(), ...env },
        chromiumSandbox: !isRoot,
      })
      const page = await app.firstWindow()
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') consoleErrors.push(message.text())
      })
      page.on('pageerror', (error) => consoleErrors.push(String(error)))
      running = { app, page }
      await expect(page.locator('html')).toHaveAttribute('data-app-state', 'ready')
    },
    quit: () => end((app) => app.close()),
    kill: () =>
      end(async (app) => {
        const gone = new Promise((resolve) => app.process().once('exit', resolve))
        // What was launched may be a session around the app.
        process.kill(await app.evaluate(() => process.pid), 'SIGKILL')
        await gone
      }),
    clipboardText: () => current().app.evaluate(({ clipboard }) => clipboard.readText()),
  }
}

function inheritedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
}

export { expect } from '@playwright/test'
