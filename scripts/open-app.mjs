// Opens the app and waits until the person closes it.
import { spawn } from 'node:child_process'

const graceMs = 5_000

/**
 * @param {string} executable @param {readonly string[]} args
 * @returns {Promise<number>} the exit code
 */
export function openApp(executable, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(executable, args, { stdio: 'inherit' })
    const end = () => {
      child.kill('SIGTERM')
      setTimeout(() => child.kill('SIGKILL'), graceMs).unref()
    }
    process.on('SIGINT', end)
    process.on('SIGTERM', end)
    child.on('error', reject)
    child.on('exit', (code) => {
      process.off('SIGINT', end)
      process.off('SIGTERM', end)
      resolve(code ?? 1)
    })
  })
}
