// Proves that the packaged app opens: starts it once with a profile of its own, until its window is ready.
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { isRoot } from './app-arguments.mjs'
import { hasDisplay, onOwnDisplay } from './display.mjs'
import { packagedExecutable } from './packaged-executable.mjs'
import { projectRoot } from './project-paths.mjs'
import { runCommand } from './run-command.mjs'
import { runScript } from './run-script.mjs'
import { waitForReadyWindow } from './testing/wait-for-ready-window.mjs'

const appLimitMs = 60_000

await runScript(async () => {
  const executable = packagedExecutable()
  if (!existsSync(executable)) throw new Error('There is no packaged app. Run: npm run package')
  const profile = await mkdtemp(join(tmpdir(), 'wharf-smoke-'))
  const switches = [
    `--user-data-dir=${profile}`,
    '--remote-debugging-port=0',
    ...(isRoot ? ['--no-sandbox'] : []),
  ]
  const useOwn = !hasDisplay() || (process.platform === 'linux' && process.env['CI'] !== undefined)
  const { command, args } = useOwn
    ? onOwnDisplay(executable, switches)
    : { command: executable, args: switches }
  const stop = new AbortController()
  const running = runCommand(command, args, { timeoutMs: appLimitMs, output: 'capture', signal: stop.signal })
  try {
    const title = await Promise.race([
      waitForReadyWindow(profile, appLimitMs),
      running.then(({ output }) => {
        throw new Error(`The packaged app ended before its window was ready.\n${output.trimEnd()}`)
      }),
    ])
    console.log(`The packaged app opened: ${relative(projectRoot, executable)} shows “${title}”.`)
    return 0
  } finally {
    stop.abort()
    await running
    await rm(profile, { recursive: true, force: true })
  }
})
