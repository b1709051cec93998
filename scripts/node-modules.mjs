// Installs node modules exactly as the lock file says, and only when they differ from it.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from './project-paths.mjs'
import { runCommand } from './run-command.mjs'

const limitMs = 8 * 60_000

/** @typedef {{ packages: Record<string, { version?: string, optional?: boolean }> }} LockFile */

/** @param {string} path @returns {LockFile | null} */
function readLock(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return null
  }
}

/**
 * Optional packages may be left out: they are for other platforms.
 * @param {LockFile | null} wanted @param {LockFile | null} installed
 */
export function isUpToDate(wanted, installed) {
  if (wanted === null || installed === null) return false
  return Object.entries(wanted.packages).every(([path, { version, optional }]) => {
    const found = installed.packages[path]
    return path === '' || (found === undefined ? optional === true : found.version === version)
  })
}

export async function ensureNodeModules() {
  const wanted = readLock(join(projectRoot, 'package-lock.json'))
  const installed = readLock(join(projectRoot, 'node_modules', '.package-lock.json'))
  if (isUpToDate(wanted, installed)) return
  console.log('Installing node modules (npm ci)…')
  const { code, output } = await runCommand('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    timeoutMs: limitMs,
    cwd: projectRoot,
    output: 'capture',
  })
  if (code !== 0)
    throw new Error(`npm ci failed. Check that npm can reach its registry.\n${output.trimEnd()}`)
}
