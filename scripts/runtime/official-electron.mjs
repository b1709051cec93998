// Finds the pinned official Electron, or downloads it where GitHub can be reached quickly.
import { existsSync } from 'node:fs'
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { cacheFolder, projectRoot } from '../project-paths.mjs'
import { runCommand } from '../run-command.mjs'

const packageFolder = join(projectRoot, 'node_modules', 'electron')
const unreachableNote = join(cacheFolder, 'official-electron-unreachable')

const knockLimitMs = 3_000
const downloadLimitMs = 4 * 60_000
const rememberUnreachableMs = 6 * 60 * 60_000

/** @returns {Promise<string>} */
export async function officialVersion() {
  return JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8')).version
}

/** @returns {Promise<string | null>} */
async function installedExecutable() {
  try {
    const name = (await readFile(join(packageFolder, 'path.txt'), 'utf8')).trim()
    const found = (await readFile(join(packageFolder, 'dist', 'version'), 'utf8')).trim().replace(/^v/, '')
    const executable = join(packageFolder, 'dist', name)
    return found === (await officialVersion()) && existsSync(executable) ? executable : null
  } catch {
    return null
  }
}

/**
 * Whether a failure is recent enough not to be tried again.
 * @param {number} failedAtMs @param {number} nowMs
 */
export const isFresh = (failedAtMs, nowMs) =>
  nowMs >= failedAtMs && nowMs - failedAtMs < rememberUnreachableMs

async function failedRecently() {
  try {
    return isFresh((await stat(unreachableNote)).mtimeMs, Date.now())
  } catch {
    return false
  }
}

async function isReachable() {
  const mirror = process.env['ELECTRON_MIRROR'] ?? 'https://github.com/electron/electron/releases/download/'
  try {
    const reply = await fetch(`${mirror}v${await officialVersion()}/SHASUMS256.txt`, {
      method: 'HEAD',
      signal: AbortSignal.timeout(knockLimitMs),
    })
    return reply.ok
  } catch {
    return false
  }
}

/**
 * @param {(line: string) => void} say told before the download, which takes a while
 * @returns {Promise<string | null>} the executable, or null where it is neither installed nor within reach
 */
export async function findOfficialElectron(say) {
  const installed = await installedExecutable()
  if (installed !== null || (await failedRecently())) return installed
  if (await isReachable()) {
    say(`Downloading Electron ${await officialVersion()} (about 120 MB, once)…`)
    await runCommand(process.execPath, [join(packageFolder, 'install.js')], {
      timeoutMs: downloadLimitMs,
      output: 'capture',
    })
  }
  const downloaded = await installedExecutable()
  if (downloaded === null) {
    await mkdir(cacheFolder, { recursive: true })
    await writeFile(unreachableNote, `${new Date().toISOString()}\n`)
  }
  return downloaded
}
