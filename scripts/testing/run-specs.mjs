// Runs Playwright on a given runtime, on a display of its own where a person must not be disturbed.
import { join } from 'node:path'
import { hasDisplay, onOwnDisplay } from '../display.mjs'
import { projectRoot } from '../project-paths.mjs'
import { runCommand } from '../run-command.mjs'

export const specsReport = 'artifacts/e2e-report.json'

export const needsOwnDisplay = () =>
  process.platform === 'linux' && (!hasDisplay() || process.env['CI'] !== undefined)

/**
 * @param {string} executable @param {readonly string[]} args @param {number} timeoutMs
 * @returns {Promise<boolean>} whether all specs passed
 */
export async function runSpecs(executable, args, timeoutMs) {
  const playwright = [join(projectRoot, 'node_modules', '@playwright', 'test', 'cli.js'), 'test', ...args]
  const { command, args: full } = needsOwnDisplay()
    ? onOwnDisplay(process.execPath, playwright)
    : { command: process.execPath, args: playwright }
  const { code, timedOut } = await runCommand(command, full, {
    timeoutMs,
    cwd: projectRoot,
    env: { ...process.env, WHARF_ELECTRON: executable },
  })
  if (timedOut) console.log('The end-to-end specs did not end in time.')
  return code === 0
}
