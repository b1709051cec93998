// Installs missing Debian packages as root, or names the one command that does.
import { existsSync } from 'node:fs'
import { runCommand } from '../run-command.mjs'

const updateLimitMs = 3 * 60_000
const installLimitMs = 8 * 60_000

/** @param {readonly string[]} names */
const aptInstall = (names) => `apt-get install -y --no-install-recommends ${names.join(' ')}`

/** @param {readonly string[]} names @param {boolean} hasSudo */
export function commandFor(names, hasSudo) {
  const steps = `apt-get update && ${aptInstall(names)}`
  return hasSudo ? `sudo sh -c '${steps}'` : `su -c '${steps}'`
}

/**
 * @param {readonly string[]} names
 * @param {string} purpose said to the person: "to open a window"
 */
export async function providePackages(names, purpose) {
  if (names.length === 0) return
  if (process.getuid?.() !== 0)
    throw new Error(
      `This machine lacks Debian packages ${purpose}: ${names.join(', ')}.\nRun this once, then start again:\n\n` +
        `  ${commandFor(names, existsSync('/usr/bin/sudo'))}\n`,
    )
  console.log(`Installing Debian packages ${purpose}: ${names.join(', ')}`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const update = await runCommand('apt-get', ['update', '-q'], {
    timeoutMs: updateLimitMs,
    env,
    output: 'capture',
  })
  const install = await runCommand('sh', ['-c', aptInstall(names)], {
    timeoutMs: installLimitMs,
    env,
    output: 'capture',
  })
  if (install.code === 0) return
  const account = `${update.code === 0 ? '' : update.output}${install.output}`
    .trimEnd()
    .split('\n')
    .slice(-15)
  throw new Error(`apt-get could not install them:\n${account.join('\n')}`)
}
