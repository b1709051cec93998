// Chooses the Electron to run on: the one named, the official one, or the one of the registry.
import { existsSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { isEntry } from './is-entry.mjs'
import { findOfficialElectron, officialVersion } from './runtime/official-electron.mjs'
import { ensureRegistryElectron, registryElectron } from './runtime/registry-electron.mjs'

/**
 * @typedef {object} ElectronRuntime
 * @property {string} executable
 * @property {'named' | 'official' | 'registry'} origin
 * @property {string} version
 * @property {boolean} isReleasable whether an app may be shipped on it
 */

/** @param {string} executable */
const versionBeside = async (executable) => {
  try {
    return (await readFile(join(dirname(executable), 'version'), 'utf8')).trim().replace(/^v/, '')
  } catch {
    return 'of unknown version'
  }
}

/** @param {string} named @returns {Promise<ElectronRuntime>} */
async function namedElectron(named) {
  const executable = resolve(named)
  if (!existsSync(executable) || !statSync(executable).isFile())
    throw new Error(
      `WHARF_ELECTRON is ${named}, and there is no such file. Name the executable of an Electron, or unset it.`,
    )
  return { executable, origin: 'named', version: await versionBeside(executable), isReleasable: false }
}

const noRuntime = `No Electron found for ${process.platform}-${process.arch}: GitHub cannot be reached, and the registry has one for linux-x64 only.
What to do: run "npx install-electron" where GitHub or an ELECTRON_MIRROR can be reached, or set WHARF_ELECTRON to the executable of an Electron 33 or newer.`

/** @param {ElectronRuntime} runtime */
export const describeRuntime = ({ origin, version, executable }) =>
  ({
    named: `Runtime: Electron ${version}, named by WHARF_ELECTRON (${executable})`,
    official: `Runtime: Electron ${version}, the official one`,
    registry: `Runtime: Electron ${version} from the npm registry, since the official one is not within reach`,
  })[origin]

/**
 * @param {(line: string) => void} [say]
 * @returns {Promise<ElectronRuntime>} never null: throws an error that says what to do
 */
export async function resolveElectron(say = console.log) {
  const named = process.env['WHARF_ELECTRON']
  if (named !== undefined && named !== '') return namedElectron(named)
  const official = await findOfficialElectron(say)
  if (official !== null)
    return { executable: official, origin: 'official', version: await officialVersion(), isReleasable: true }
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error(noRuntime)
  const executable = await ensureRegistryElectron(say)
  return { executable, origin: 'registry', version: registryElectron.version, isReleasable: false }
}

if (isEntry(import.meta.url)) {
  try {
    const runtime = await resolveElectron(console.error)
    console.error(describeRuntime(runtime))
    console.log(runtime.executable)
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
