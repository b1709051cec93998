// Runs a child process that cannot outlive its time limit or its parent.
import { spawn } from 'node:child_process'

/**
 * @typedef {object} CommandOptions
 * @property {number} timeoutMs after this the whole process group is ended, and killed if it does not go
 * @property {number} [graceMs] between the polite end and the kill
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {AbortSignal} [signal] ends the command as the time limit does
 * @property {'inherit' | 'capture'} [output] `capture` returns stdout and stderr instead of showing them
 *
 * @typedef {{ code: number, output: string, timedOut: boolean }} CommandResult
 */

/** @type {Set<number>} */
const runningGroups = new Set()

/** @param {number} pid @param {NodeJS.Signals} signal */
const signalGroup = (pid, signal) => {
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, signal)
  } catch {
    // The group is already gone.
  }
}

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.once(signal, () => {
    for (const pid of runningGroups) signalGroup(pid, 'SIGTERM')
    setTimeout(() => {
      for (const pid of runningGroups) signalGroup(pid, 'SIGKILL')
      process.exit(130)
    }, 1_000)
  })
}

/**
 * Never rejects: a command that cannot be started has code 127.
 * @param {string} command @param {readonly string[]} args @param {CommandOptions} options
 * @returns {Promise<CommandResult>}
 */
export function runCommand(
  command,
  args,
  { timeoutMs, graceMs = 5_000, cwd, env, signal, output = 'inherit' },
) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: env ?? process.env,
      detached: process.platform !== 'win32',
      stdio: ['ignore', output === 'inherit' ? 'inherit' : 'pipe', output === 'inherit' ? 'inherit' : 'pipe'],
    })
    const { pid } = child
    /** @type {Buffer[]} */
    const chunks = []
    let timedOut = false
    if (pid !== undefined) runningGroups.add(pid)
    child.stdout?.on('data', (chunk) => chunks.push(chunk))
    child.stderr?.on('data', (chunk) => chunks.push(chunk))

    /** @type {NodeJS.Timeout | undefined} */
    let killTimer
    const end = () => {
      if (pid === undefined) return
      signalGroup(pid, 'SIGTERM')
      killTimer = setTimeout(() => signalGroup(pid, 'SIGKILL'), graceMs)
    }
    const timer = setTimeout(() => {
      timedOut = true
      end()
    }, timeoutMs)
    signal?.addEventListener('abort', end, { once: true })

    /** @param {number} code */
    const settle = (code) => {
      clearTimeout(timer)
      clearTimeout(killTimer)
      signal?.removeEventListener('abort', end)
      if (pid !== undefined) {
        runningGroups.delete(pid)
        signalGroup(pid, 'SIGKILL')
      }
      resolve({ code: timedOut ? 124 : code, output: Buffer.concat(chunks).toString('utf8'), timedOut })
    }
    child.on('error', (error) => {
      chunks.push(Buffer.from(`${command}: ${error.message}\n`))
      settle(127)
    })
    child.on(output === 'capture' ? 'close' : 'exit', (code) => settle(code ?? 1))
  })
}
