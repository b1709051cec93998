// The entry of the main process: prepares Electron, then hands over to the shell.
import { app } from 'electron'
import { registerSchemes } from './shell/app-protocol.ts'
import { lockDown } from './shell/lock-down.ts'
import { runShell } from './shell/run-shell.ts'

const folder = app.commandLine.getSwitchValue('user-data-dir')
if (folder !== '') app.setPath('userData', folder)
// As root Chromium only runs with this switch, which this call would override.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
registerSchemes()
lockDown()

if (app.requestSingleInstanceLock()) runShell(import.meta.dirname)
else app.quit()
