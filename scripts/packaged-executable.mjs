// Says where Electron Builder leaves the executable of the unpacked app.
import { join } from 'node:path'
import { projectRoot } from './project-paths.mjs'

const release = join(projectRoot, 'release')
const archSuffix = process.arch === 'x64' ? '' : `-${process.arch}`

export function packagedExecutable() {
  if (process.platform === 'darwin')
    return join(release, `mac${archSuffix}`, 'Wharf.app', 'Contents', 'MacOS', 'Wharf')
  if (process.platform === 'win32') return join(release, `win${archSuffix}-unpacked`, 'Wharf.exe')
  return join(release, `linux${archSuffix}-unpacked`, 'wharf')
}
