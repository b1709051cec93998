// Runs the app inside Electron: one window, from ready to quit.
import { join } from 'node:path'
import { app, type BrowserWindow } from 'electron'
import { startApp, type App } from '../app/start-app.ts'
import { registerCalls, sendEvents } from '../ipc/register.ts'
import { errorFacts, type Log } from '../log.ts'
import { PAGE_ORIGIN, servePage } from './app-protocol.ts'
import { reloadOnBuild } from './dev-reload.ts'
import { electronPlatform } from './electron-platform.ts'
import { fileArguments } from './file-arguments.ts'
import { denyPermissions } from './lock-down.ts'
import { openLog } from './log-file.ts'
import { serveMedia } from './media-protocol.ts'
import { installMenu } from './menu.ts'
import { openWindow, preloadFileIn } from './window.ts'

const QUIT_LIMIT_MS = 2000

export function runShell(mainFolder: string): void {
  const dataFolder = app.getPath('userData')
  const log = openLog(dataFolder)
  surviveErrors(log)
  let window: BrowserWindow | null = null

  async function start(): Promise<App> {
    const rendererFolder = join(mainFolder, '..', 'renderer')
    const isDevelopment = process.env['WHARF_DEV'] === '1'
    const platform = electronPlatform(dataFolder)
    denyPermissions()
    installMenu(isDevelopment)
    servePage(rendererFolder)
    const running = await startApp({
      platform,
      log,
      sendEvents: (batch) => {
        sendEvents(window, batch)
      },
    })
    serveMedia(running.findPreview)
    registerCalls(running.dispatch, () => window, PAGE_ORIGIN)
    window = openWindow(platform, preloadFileIn(mainFolder))
    if (isDevelopment) reloadOnBuild(window, rendererFolder)
    await running.offerFiles(fileArguments(process.argv, process.cwd(), app.getAppPath()))
    log.info('started', { version: app.getVersion(), electron: process.versions.electron })
    return running
  }

  const starting = app.whenReady().then(start)
  starting.catch((error: unknown) => {
    log.error('start failed', errorFacts(error))
    app.exit(1)
  })

  app.on('second-instance', (_event, argv, workingFolder) => {
    if (window?.isMinimized()) window.restore()
    window?.focus()
    void starting.then((running) => running.offerFiles(fileArguments(argv, workingFolder, app.getAppPath())))
  })
  app.on('window-all-closed', () => {
    app.quit()
  })

  let isDisposed = false
  app.on('before-quit', (event) => {
    if (isDisposed) return
    event.preventDefault()
    const limit = new Promise((resolve) => setTimeout(resolve, QUIT_LIMIT_MS))
    void Promise.race([starting.then((running) => running.dispose()), limit])
      .catch((error: unknown) => {
        log.error('end failed', errorFacts(error))
      })
      .finally(() => {
        isDisposed = true
        app.quit()
      })
  })
}

/**
 * Without a handler Electron shows a modal dialog and ignores every request to end. The journal holds the truth of
 * the queue, so a stray error must not end the uploads of others.
 */
function surviveErrors(log: Log): void {
  process.on('uncaughtException', (error) => {
    log.error('uncaught exception', errorFacts(error))
  })
  process.on('unhandledRejection', (reason) => {
    log.error('unhandled rejection', errorFacts(reason))
  })
}
