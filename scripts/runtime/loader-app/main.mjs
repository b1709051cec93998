// Opens the app folder named on the command line, in a runtime that has no default app.
// Top-level await matters: the app must be evaluated before `ready`, or its schemes come too late.
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app as publicApp } from 'electron'

// What Electron's own default app uses, too: not in the public types.
const app =
  /** @type {Electron.App & { setAppPath(path: string): void, setVersion(version: string): void }} */ (
    publicApp
  )

const named = process.argv.slice(1).find((argument) => !argument.startsWith('-'))
if (named === undefined) {
  process.stderr.write('Name the app folder: electron <folder>\n')
  app.exit(1)
} else {
  const folder = resolve(named)
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  app.setAppPath(folder)
  app.setName(manifest.productName ?? manifest.name)
  app.setVersion(manifest.version)
  const ownFolder = app.commandLine.getSwitchValue('user-data-dir')
  app.setPath('userData', ownFolder === '' ? join(app.getPath('appData'), app.getName()) : resolve(ownFolder))
  Object.defineProperty(process, 'defaultApp', { value: true, configurable: true, enumerable: true })
  await import(pathToFileURL(join(folder, manifest.main)).href)
}
